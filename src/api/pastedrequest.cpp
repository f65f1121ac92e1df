// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/pastedrequest.h"

#include "api/curlcommand.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Api {

namespace {

using Core::PastedPart;

constexpr qsizetype longestLine = 16 * 1024; //!< for what is looked at closely
constexpr std::array methods{"GET", "POST", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS"};

[[nodiscard]] bool isMethod(QByteArrayView word)
{
    return std::ranges::any_of(methods, [word](const char *method) {
        return word.size() < 8 && word.toByteArray().compare(method, Qt::CaseInsensitive) == 0;
    });
}

[[nodiscard]] bool isHex64(QByteArrayView word)
{
    return word.size() == 64 && std::ranges::all_of(word, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
           });
}

//! Name and value of a header line, whose name may be quoted as in a program's source.
[[nodiscard]] std::optional<PastedRequest::Header> headerOf(QByteArrayView line)
{
    QByteArrayView text = line.first(std::min(line.size(), longestLine)).trimmed();
    const bool isQuoted = text.startsWith('"') || text.startsWith('\'');
    if (isQuoted) {
        while (text.endsWith(',')) {
            text = text.chopped(1).trimmed();
        }
    }
    const qsizetype colon = text.indexOf(':');
    if (colon <= 0 || colon > 60) {
        return std::nullopt;
    }
    const auto bare = [isQuoted](QByteArrayView part) {
        part = part.trimmed();
        const bool hasQuotes = isQuoted && part.size() >= 2 && part.front() == part.back()
            && (part.front() == '"' || part.front() == '\'');
        return (hasQuotes ? part.sliced(1, part.size() - 2) : part).toByteArray();
    };
    const QByteArray name = bare(text.first(colon));
    const bool isName = !name.isEmpty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    });
    if (!isName) {
        return std::nullopt;
    }
    return PastedRequest::Header{name, bare(text.sliced(colon + 1))};
}

//! Header names that begin a block of headers by themselves.
[[nodiscard]] bool isRequestHeader(const QByteArray &name)
{
    static constexpr std::array known{"host",           "content-type",    "authorization",
                                      "content-length", "user-agent",      "accept",
                                      "connection",     "accept-encoding", "x-tc-content-sha256"};
    const QByteArray lower = name.toLower();
    return lower.startsWith("x-tc-")
        ? lower != "x-tc-requestid"
        : std::ranges::any_of(known, [&lower](const char *header) { return lower == header; });
}

[[nodiscard]] bool isAnswerHeader(const QByteArray &name)
{
    const QByteArray lower = name.toLower();
    return lower == "date" || lower == "server" || lower == "x-tc-requestid";
}

//! Where the JSON value that begins at `at` ends; the text's end if it does not.
[[nodiscard]] qsizetype jsonEnd(QByteArrayView text, qsizetype at)
{
    qsizetype depth = 0;
    bool isInText = false;
    for (qsizetype i = at; i < text.size(); ++i) {
        const char c = text.at(i);
        if (isInText) {
            if (c == '\\') {
                ++i;
            } else if (c == '"') {
                isInText = false;
            }
        } else if (c == '"') {
            isInText = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if ((c == '}' || c == ']') && --depth == 0) {
            return i + 1;
        }
    }
    return text.size();
}

//! Goes through a text once, from thing to thing.
class PasteReader
{
public:
    explicit PasteReader(QByteArrayView text)
        : m_text(text)
    {
    }

    [[nodiscard]] PastedRequest run()
    {
        while (m_at < m_text.size()) {
            const qsizetype before = m_at;
            readThing();
            if (m_at <= before) {
                m_at = nextLine(before);
            }
        }
        return m_request;
    }

private:
    [[nodiscard]] qsizetype lineEnd(qsizetype at) const
    {
        const qsizetype end = m_text.indexOf('\n', at);
        return end < 0 ? m_text.size() : end;
    }
    [[nodiscard]] qsizetype nextLine(qsizetype at) const { return lineEnd(at) + 1; }
    [[nodiscard]] QByteArrayView lineAt(qsizetype at) const
    {
        return at >= m_text.size() ? QByteArrayView() : m_text.sliced(at, lineEnd(at) - at);
    }

    void readThing()
    {
        QByteArrayView line = lineAt(m_at);
        while (!line.isEmpty() && QByteArrayView("$ \t").contains(line.front())) {
            line = line.sliced(1);
            ++m_at;
        }
        const QByteArrayView word = line.trimmed();
        if (word.isEmpty()) {
            return;
        }
        if (word.startsWith("curl ") || word.startsWith("curl.exe ")) {
            readCommand(line);
        } else if (word.startsWith("TC3-HMAC-SHA256")) {
            readTc3(word);
        } else if (isMethod(word) && lineAt(nextLine(m_at)).startsWith('/')) {
            readCanonical();
        } else if (word.startsWith("HTTP/")) {
            m_at = nextLine(m_at);
            readAnswerHeaders();
        } else if (word.startsWith('{')) {
            readJson();
        } else if (!readRequestLine(word) && !readHeaders() && !readV1(word)) {
            readMessage(word);
        }
    }

    void readCommand(QByteArrayView line)
    {
        qsizetype end = 0;
        QList<QByteArray> words = shellWords(m_text, m_at + (line.startsWith("curl.exe") ? 8 : 4), end);
        if (!m_request.parts.testFlag(PastedPart::Request)) {
            readCurl(words, m_request);
        }
        m_at = end + 1;
    }

    void readTc3(QByteArrayView word)
    {
        const qsizetype start = m_at;
        if (word != "TC3-HMAC-SHA256") {
            if (!m_request.header("Authorization")) {
                m_request.headers.append({"Authorization", word.toByteArray()});
                m_request.parts |= PastedPart::Authorization;
            }
            m_at = nextLine(m_at);
            return;
        }
        qsizetype end = lineEnd(start);
        for (int i = 0; i < 3 && end < m_text.size(); ++i) {
            end = lineEnd(end + 1);
        }
        if (m_request.stringToSign.isEmpty()) {
            m_request.stringToSign = withoutCarriageReturns(m_text.sliced(start, end - start));
            m_request.parts |= PastedPart::StringToSign;
        }
        m_at = end + 1;
    }

    void readCanonical()
    {
        constexpr int mostLines = 60;
        const qsizetype start = m_at;
        qsizetype end = lineEnd(start);
        for (int i = 0; i < mostLines && end < m_text.size(); ++i) {
            const QByteArrayView line = lineAt(end + 1);
            end = lineEnd(end + 1);
            if (isHex64(line.trimmed())) {
                break;
            }
        }
        if (m_request.canonicalRequest.isEmpty()) {
            m_request.canonicalRequest = withoutCarriageReturns(m_text.sliced(start, end - start));
            m_request.parts |= PastedPart::CanonicalRequest;
        }
        m_at = end + 1;
    }

    void readAnswerHeaders()
    {
        m_request.parts |= PastedPart::Answer;
        while (m_at < m_text.size()) {
            const std::optional<PastedRequest::Header> header = headerOf(lineAt(m_at));
            if (!header) {
                return;
            }
            if (header->first.compare("Date", Qt::CaseInsensitive) == 0) {
                m_request.answerDate = header->second;
            }
            m_at = nextLine(m_at);
        }
    }

    void readJson()
    {
        const qsizetype end = jsonEnd(m_text, m_at);
        const QByteArray json = m_text.sliced(m_at, end - m_at).toByteArray();
        m_at = end;
        const QJsonObject root = QJsonDocument::fromJson(json).object();
        const QJsonObject response = root.value("Response"_L1).toObject();
        const QJsonObject error = (response.isEmpty() ? root : response).value("Error"_L1).toObject();
        if (!response.isEmpty() || !error.isEmpty()) {
            m_request.parts |= PastedPart::Answer;
            m_request.errorCode = error.value("Code"_L1).toString().left(200);
            m_request.errorMessage = error.value("Message"_L1).toString().left(2'000);
        } else {
            takeBody(json);
        }
    }

    void takeBody(const QByteArray &body)
    {
        if (!m_request.body && !m_request.isBodyElsewhere) {
            m_request.body = body;
            m_request.parts |= PastedPart::Body;
        }
    }

    bool readRequestLine(QByteArrayView word)
    {
        const qsizetype blank = word.indexOf(' ');
        if (blank <= 0 || !isMethod(word.first(blank))) {
            return false;
        }
        QByteArrayView target = word.sliced(blank + 1).trimmed();
        if (target.endsWith("HTTP/1.1") || target.endsWith("HTTP/1.0")) {
            target = target.chopped(8).trimmed();
        } else if (target.endsWith("HTTP/2")) {
            target = target.chopped(6).trimmed();
        }
        if (!(target.startsWith('/') || target.startsWith("http")) || target.contains(' ')) {
            return false;
        }
        m_at = nextLine(m_at);
        if (!m_request.parts.testFlag(PastedPart::Request)) {
            m_request.method = word.first(blank).toByteArray();
            m_request.setUrl(target.toByteArray());
        }
        m_request.parts |= PastedPart::Request;
        takeHeaders();
        takeBodyBelow();
        return true;
    }

    bool readHeaders()
    {
        const std::optional<PastedRequest::Header> first = headerOf(lineAt(m_at));
        if (!first) {
            return false;
        }
        if (isAnswerHeader(first->first)) {
            readAnswerHeaders();
            return true;
        }
        if (!isRequestHeader(first->first)) {
            return false;
        }
        takeHeaders();
        takeBodyBelow();
        return true;
    }

    void takeHeaders()
    {
        while (m_at < m_text.size()) {
            const std::optional<PastedRequest::Header> header = headerOf(lineAt(m_at));
            if (!header) {
                return;
            }
            const bool isAuthorization = header->first.compare("Authorization", Qt::CaseInsensitive) == 0;
            m_request.parts |= isAuthorization ? PastedPart::Authorization : PastedPart::Request;
            m_request.headers.append(*header);
            m_at = nextLine(m_at);
        }
    }

    //! What stands below the empty line of a request: JSON as far as it goes, else the one line.
    void takeBodyBelow()
    {
        if (!lineAt(m_at).trimmed().isEmpty()) {
            return;
        }
        qsizetype at = nextLine(m_at);
        if (at >= m_text.size()) {
            return;
        }
        const QByteArrayView line = lineAt(at);
        const bool isForm = line.contains('=') && !line.contains(' ') && !line.startsWith("curl");
        if (isForm && !m_request.body) {
            takeBody(line.trimmed().toByteArray());
            m_at = nextLine(at);
        }
    }

    //! "POSThost/?Action=…", or parameters with a Signature.
    bool readV1(QByteArrayView word)
    {
        const qsizetype method = word.startsWith("POST") ? 4 : word.startsWith("GET") ? 3 : 0;
        const qsizetype mark = word.indexOf("/?");
        if (method > 0 && mark > method && word.at(method) != ' ' && word.indexOf('=', mark) > 0) {
            m_request.textToSign = word.toByteArray();
            m_request.parts |= PastedPart::VersionOne;
        } else if (word.startsWith("http") && word.contains("://") && !word.contains(' ')) {
            if (m_request.parts.testFlag(PastedPart::Request)) {
                return false;
            }
            m_request.setUrl(word.toByteArray());
            m_request.method = "GET";
            m_request.parts |= PastedPart::Request;
        } else if (word.contains("Signature=") && word.contains('&') && !word.contains(' ')) {
            takeBody(word.toByteArray());
        } else {
            return false;
        }
        m_at = nextLine(m_at);
        return true;
    }

    void readMessage(QByteArrayView word)
    {
        static const QRegularExpression code(
            u"\\b(?:AuthFailure|InvalidParameter|UnsupportedRegion|MissingParameter)(?:\\.[A-Za-z]+)?\\b"_s);
        const QString line = QString::fromUtf8(word.first(std::min<qsizetype>(word.size(), 2'000)));
        if (const QRegularExpressionMatch match = code.match(line); match.hasMatch()) {
            if (m_request.errorCode.isEmpty()) {
                m_request.errorCode = match.captured();
            }
            m_request.parts |= PastedPart::Answer;
        }
        if (m_request.parts.testFlag(PastedPart::Answer) && m_request.errorMessage.size() < 4'000) {
            m_request.errorMessage += line + u'\n';
        }
        m_at = nextLine(m_at);
    }

    [[nodiscard]] static QByteArray withoutCarriageReturns(QByteArrayView text)
    {
        // Where every line ends in CR LF the clipboard did it; a single CR is somebody's mistake and stays.
        QByteArray plain = text.toByteArray();
        if (plain.count("\r\n") > 0 && plain.count("\r\n") == plain.count('\n')) {
            plain.replace("\r\n", "\n");
        }
        return plain;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    PastedRequest m_request;
};

//! The output of curl -v, with its marks taken away: first the request, then the answer, then the rest.
[[nodiscard]] QByteArray withoutMarks(QByteArrayView text)
{
    QByteArray request;
    QByteArray answer;
    QByteArray rest;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype found = text.indexOf('\n', at);
        const qsizetype end = found < 0 ? text.size() : found;
        const QByteArrayView line = text.sliced(at, end - at);
        if (line.startsWith("> ")) {
            request += line.sliced(2).toByteArray() + '\n';
        } else if (line.startsWith("< ")) {
            answer += line.sliced(2).toByteArray() + '\n';
        } else if (line.trimmed() != ">" && line.trimmed() != "<" && !line.startsWith("* ")) {
            rest += line.toByteArray() + '\n';
        }
        at = end + 1;
    }
    return request + '\n' + answer + '\n' + rest;
}

} // namespace

std::optional<QByteArray> PastedRequest::header(const char *name) const
{
    const auto found = std::ranges::find_if(headers, [name](const Header &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == headers.cend() ? std::nullopt : std::optional(found->second);
}

QByteArray PastedRequest::host() const
{
    return header("Host").value_or(urlHost);
}

QByteArray PastedRequest::parametersV1() const
{
    const auto isSigned = [](const QByteArray &text) {
        return text.startsWith("Signature=") || text.contains("&Signature=");
    };
    if (isSigned(query)) {
        return query;
    }
    return body && isSigned(*body) && !body->startsWith('{') ? *body : QByteArray();
}

void PastedRequest::setUrl(const QByteArray &url)
{
    QByteArray rest = url;
    const qsizetype scheme = rest.indexOf("://");
    if (scheme >= 0 || !rest.startsWith('/')) {
        rest = scheme >= 0 ? rest.mid(scheme + 3) : rest;
        const auto isEnd = [](char c) { return c == '/' || c == '?' || c == '#'; };
        const auto end = std::find_if(rest.cbegin(), rest.cend(), isEnd);
        const qsizetype length = std::distance(rest.cbegin(), end);
        urlHost = rest.left(length);
        rest = rest.mid(length);
    }
    if (const qsizetype fragment = rest.indexOf('#'); fragment >= 0) {
        rest.truncate(fragment);
    }
    const qsizetype mark = rest.indexOf('?');
    query = mark < 0 ? QByteArray() : rest.mid(mark + 1);
    path = mark < 0 ? rest : rest.left(mark);
    if (path.isEmpty()) {
        path = "/";
    }
}

PastedRequest readPasted(QByteArrayView text)
{
    if (text.size() > longestPaste) {
        PastedRequest request;
        request.isTooLong = true;
        return request;
    }
    const bool isVerbose = text.startsWith("> ") || text.indexOf("\n> ") >= 0;
    const QByteArray plain = isVerbose ? withoutMarks(text) : QByteArray();
    PastedRequest request = PasteReader(isVerbose ? QByteArrayView(plain) : text).run();
    if (request.header("Authorization")) {
        request.parts |= Core::PastedPart::Authorization;
    }
    if (!request.parametersV1().isEmpty()) {
        request.parts |= Core::PastedPart::VersionOne;
    }
    return request;
}

} // namespace Api
