// SPDX-License-Identifier: GPL-3.0-or-later
// Signatures a second with the day's key kept, beside the chain that the vendor's SDKs compute for every
// request (four HMACs and two hashes), both on Qt's classes and in this run.
#include "api/signer.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QElapsedTimer>
#include <QMessageAuthenticationCode>
#include <QTextStream>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

constexpr int requests = 40'000;
constexpr int rounds = 5;
const QByteArray secretKey = "bench-secret-key-of-thirty-two-b";
const QByteArray body = R"({"SdkAppId":1400000001,"TaskId":"07b4c70bpafm1b4majmb"})";
const QByteArray host = "tiw.intl.tencentcloudapi.com";

[[nodiscard]] QByteArray hmac(const QByteArray &key, const QByteArray &text)
{
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256);
}

//! Four HMACs and two hashes a request.
[[nodiscard]] QByteArray fullChain(qint64 timestamp)
{
    const QByteArray date =
        QDateTime::fromSecsSinceEpoch(timestamp, Qt::UTC).date().toString(Qt::ISODate).toLatin1();
    const QByteArray canonical = "POST\n/\n\ncontent-type:application/json\nhost:" + host
        + "\n\ncontent-type;host\n" + QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex();
    const QByteArray scope = date + "/tiw/tc3_request";
    const QByteArray toSign = "TC3-HMAC-SHA256\n" + QByteArray::number(timestamp) + '\n' + scope + '\n'
        + QCryptographicHash::hash(canonical, QCryptographicHash::Sha256).toHex();
    const QByteArray key = hmac(hmac(hmac("TC3" + secretKey, date), "tiw"), "tc3_request");
    return hmac(key, toSign).toHex();
}

template <typename Sign> [[nodiscard]] double perSecond(const Sign &sign)
{
    std::vector<double> rates;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < requests; ++i) {
            sign(1'700'000'000 + i % 1000);
        }
        rates.push_back(requests * 1e9 / static_cast<double>(timer.nsecsElapsed()));
    }
    std::ranges::sort(rates);
    return rates.at(rates.size() / 2);
}

} // namespace

int main()
{
    Core::Credential credential{u"AKIDbench"_s, Core::SecretText::fromUtf8(secretKey), {}};
    Api::SigningKeyCache keys;
    Api::Tc3Request request;
    request.host = host;
    request.service = "tiw";
    request.contentType = "application/json";
    request.body = body;
    request.timestamp = 1'700'000'000;
    if (Api::signTc3(request, credential, keys).signature != fullChain(request.timestamp)) {
        QTextStream(stderr) << "the two chains differ\n";
        return 1;
    }
    const double reference = perSecond([](qint64 timestamp) { std::ignore = fullChain(timestamp); });
    const double ours = perSecond([&](qint64 timestamp) {
        request.timestamp = timestamp;
        std::ignore = Api::signTc3(request, credential, keys);
    });
    QTextStream out(stdout);
    out.setRealNumberNotation(QTextStream::FixedNotation);
    out.setRealNumberPrecision(0);
    out << "signatures a second, the day's key kept        " << ours << '\n'
        << "the vendor's chain on Qt's classes, this run   " << reference << '\n'
        << "the vendor's C++ SDK, quoted, another run      95600\n";
    out.setRealNumberPrecision(2);
    out << "ratio                                          " << ours / reference << "   target >= 2.2  "
        << (ours / reference >= 2.2 ? "met" : "MISSED") << '\n';
    return 0;
}
