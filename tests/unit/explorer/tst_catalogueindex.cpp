// SPDX-License-Identifier: GPL-3.0-or-later
#include "explorer/catalogueindex.h"
#include "explorer/catalogueparser.h"
#include "support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Explorer::CatalogueIndex;
using Explorer::SearchHit;

class CatalogueIndexTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void best_data();
    void best();
    void emptyTextFindsEveryAction();
    void everyActionIsFoundByItsName();
    void everyWordHasToMatch();
    void fieldsOfAnActionDoNotCrowdItOut();
    void editionsDiffer();
    void isCappedAndRanked();

private:
    Explorer::Catalogue m_catalogue;
};

void CatalogueIndexTest::initTestCase()
{
    Core::Result<Explorer::Catalogue> catalogue = Explorer::builtInCatalogue();
    QVERIFY(catalogue);
    m_catalogue = *catalogue;
}

void CatalogueIndexTest::best_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<SearchHit::Kind>("kind");
    QTest::addColumn<QString>("name");
    QTest::newRow("whole name") << u"StopWhiteboardPush"_s << SearchHit::Kind::Action
                                << u"StopWhiteboardPush"_s;
    QTest::newRow("small letters") << u"stopwhite"_s << SearchHit::Kind::Action << u"StopWhiteboardPush"_s;
    QTest::newRow("two words") << u"push stop"_s << SearchHit::Kind::Action << u"StopWhiteboardPush"_s;
    QTest::newRow("capitals") << u"dwps"_s << SearchHit::Kind::Action << u"DescribeWhiteboardPushSearch"_s;
    QTest::newRow("word within") << u"autorenew"_s << SearchHit::Kind::Field << u"AutoRenewFlag"_s;
    QTest::newRow("field") << u"videobitrate"_s << SearchHit::Kind::Field << u"VideoBitrate"_s;
    QTest::newRow("nested field") << u"inputstreamid"_s << SearchHit::Kind::Field
                                  << u"MixStream.Custom.InputStreamList.InputStreamId"_s;
    QTest::newRow("error") << u"alreadystopped"_s << SearchHit::Kind::Error
                           << u"UnsupportedOperation.TaskHasAlreadyStopped"_s;
    QTest::newRow("description") << u"trial"_s << SearchHit::Kind::Action << u"ApplyTiwTrial"_s;
    QTest::newRow("Chinese") << u"结束推流"_s << SearchHit::Kind::Action << u"StopWhiteboardPush"_s;
}

void CatalogueIndexTest::best()
{
    QFETCH(QString, text);
    QFETCH(SearchHit::Kind, kind);
    QFETCH(QString, name);
    const QList<SearchHit> hits = CatalogueIndex(m_catalogue, Core::Edition::International).find(text);
    QVERIFY(!hits.isEmpty());
    QCOMPARE(hits.first().name, name);
    QCOMPARE(hits.first().kind, kind);
    QVERIFY(m_catalogue.findAction(hits.first().action));
}

void CatalogueIndexTest::emptyTextFindsEveryAction()
{
    const QList<SearchHit> hits = CatalogueIndex(m_catalogue, Core::Edition::Mainland).find(u"  "_s, 100);
    QCOMPARE(hits.size(), 35);
    QCOMPARE(hits.first().name, m_catalogue.actions.first().name);
}

void CatalogueIndexTest::everyActionIsFoundByItsName()
{
    const CatalogueIndex index(m_catalogue, Core::Edition::International);
    for (const Explorer::Action &action : m_catalogue.actions) {
        if (action.existsIn(Core::Edition::International)) {
            QCOMPARE(index.find(action.name.toLower()).value(0).name, action.name);
        }
    }
}

void CatalogueIndexTest::everyWordHasToMatch()
{
    const CatalogueIndex index(m_catalogue, Core::Edition::International);
    QVERIFY(!index.find(u"push"_s).isEmpty());
    QVERIFY(index.find(u"push zebra"_s).isEmpty());
    // A word of the action's name may help to choose among fields of one name.
    const QList<SearchHit> hits = index.find(u"timeout record"_s);
    QCOMPARE(hits.value(0).action, u"StartOnlineRecord"_s);
    QCOMPARE(hits.value(0).name, u"AutoStopTimeout"_s);
}

void CatalogueIndexTest::fieldsOfAnActionDoNotCrowdItOut()
{
    const QList<SearchHit> hits =
        CatalogueIndex(m_catalogue, Core::Edition::International).find(u"stopwhiteboard"_s);
    QCOMPARE(hits.size(), 1);
}

void CatalogueIndexTest::editionsDiffer()
{
    const CatalogueIndex international(m_catalogue, Core::Edition::International);
    const CatalogueIndex mainland(m_catalogue, Core::Edition::Mainland);
    QVERIFY(international.find(u"RunningTasks"_s).isEmpty());
    QCOMPARE(mainland.find(u"RunningTasks"_s).value(0).name, u"DescribeRunningTasks"_s);
    const auto hasGroupOfStart = [](const QList<SearchHit> &hits) {
        return std::ranges::any_of(hits, [](const SearchHit &hit) {
            return hit.action == "StartWhiteboardPush"_L1 && hit.name == "GroupId"_L1;
        });
    };
    QVERIFY(!hasGroupOfStart(international.find(u"GroupId"_s)));
    QVERIFY(hasGroupOfStart(mainland.find(u"GroupId"_s)));
    QVERIFY(mainland.find(u"CosBucketInvalid"_s).isEmpty()); // no mainland action answers it
}

void CatalogueIndexTest::isCappedAndRanked()
{
    const QList<SearchHit> hits = CatalogueIndex(m_catalogue, Core::Edition::International).find(u"e"_s, 7);
    QCOMPARE(hits.size(), 7);
    QVERIFY(std::ranges::is_sorted(hits, std::ranges::greater(), &SearchHit::score));
}

CONSOLE_TEST(CatalogueIndexTest, TestSupport::NoApplication)
#include "tst_catalogueindex.moc"
