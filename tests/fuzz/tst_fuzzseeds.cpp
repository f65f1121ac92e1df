// SPDX-License-Identifier: GPL-3.0-or-later
// The fuzzers' inputs, among them whatever they once found, without a fuzzer: each whole, cut off at places
// all over it, and with a bit turned over in each of its first bytes.
#include "fuzz/attack.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestFuzzSeeds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seeds_data();
    void seeds();
};

void TestFuzzSeeds::seeds_data()
{
    QTest::addColumn<QByteArray>("attack");
    QTest::addColumn<QString>("path");
    const QDir corpus(QStringLiteral(FUZZ_CORPUS));
    for (const QString &name : corpus.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const QDir seeds(corpus.filePath(name));
        for (const QString &seed : seeds.entryList(QDir::Files, QDir::Name)) {
            const QByteArray row = (name + u'/' + seed).toUtf8();
            QTest::newRow(row.constData()) << name.toUtf8() << seeds.filePath(seed);
        }
    }
}

void TestFuzzSeeds::seeds()
{
    QFETCH(const QByteArray, attack);
    QFETCH(const QString, path);
    const Fuzz::Attack run = Fuzz::attackNamed(attack);
    QVERIFY(run != nullptr);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray seed = file.readAll();

    run(seed);
    constexpr qsizetype mostCuts = 50;
    const qsizetype step = qMax(qsizetype(1), seed.size() / mostCuts);
    for (qsizetype size = 0; size < seed.size(); size += step) {
        run(seed.first(size));
    }
    constexpr qsizetype mostTurned = 32;
    for (qsizetype at = 0; at < qMin(mostTurned, seed.size()); ++at) {
        QByteArray turned = seed;
        turned[at] = static_cast<char>(turned[at] ^ (1 << (at % 8)));
        run(turned);
    }
}

CONSOLE_TEST(TestFuzzSeeds, QCoreApplication)
#include "tst_fuzzseeds.moc"
