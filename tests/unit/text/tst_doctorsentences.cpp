// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "text/doctorsentences.h"

#include <QMetaEnum>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using Cause = Core::SignatureCause;

class TestDoctorSentences : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCauseHasItsOwn();
    void clock();
    void additions();
};

void TestDoctorSentences::everyCauseHasItsOwn()
{
    const QMetaEnum causes = QMetaEnum::fromType<Cause>();
    QSet<QString> titles;
    for (int i = 0; i < causes.keyCount(); ++i) {
        Core::SignatureDiagnosis diagnosis;
        diagnosis.cause = Cause(causes.value(i));
        const Text::ErrorText text = Text::explain(diagnosis);
        QVERIFY2(!titles.contains(text.title), causes.key(i));
        titles.insert(text.title);
        QVERIFY2(!text.title.isEmpty() && !text.title.endsWith(u'.'), causes.key(i));
        QVERIFY2(text.explanation.size() > 20, causes.key(i));
        QVERIFY2(text.remedy.size() > 10, causes.key(i));
    }
}

void TestDoctorSentences::clock()
{
    Core::SignatureDiagnosis diagnosis;
    diagnosis.cause = Cause::ClockOff;
    diagnosis.offsetSeconds = -423;
    QVERIFY(Text::explain(diagnosis).explanation.contains(u"7 min 03 s from the service's"_s));
    diagnosis.isByOwnClock = true;
    QVERIFY(Text::explain(diagnosis).explanation.contains(u"7 min 03 s from this computer's"_s));
}

void TestDoctorSentences::additions()
{
    Core::SignatureDiagnosis diagnosis;
    diagnosis.cause = Cause::BodyChanged;
    diagnosis.hasMore = true;
    diagnosis.subject = u"HashedRequestPayload"_s;
    diagnosis.parts = Core::PastedPart::Command | Core::PastedPart::Answer;
    diagnosis.errorCode = u"AuthFailure.SignatureFailure"_s;
    const Text::ErrorText text = Text::explain(diagnosis);
    QVERIFY(text.explanation.endsWith(u"It is about: HashedRequestPayload"_s));
    QVERIFY(text.remedy.contains(u"Something else"_s));
    QCOMPARE(
        Text::recognizedText(diagnosis),
        u"Read: a command line, the service's answer. The service said: AuthFailure.SignatureFailure."_s);
    QCOMPARE(Text::recognizedText({}), QString());
}

CONSOLE_TEST(TestDoctorSentences, TestSupport::NoApplication)
#include "tst_doctorsentences.moc"
