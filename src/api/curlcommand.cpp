// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/curlcommand.h"

#include <QUrl>

#include <algorithm>
#include <array>

namespace Api {

namespace {

using namespace Qt::StringLiterals;

[[nodiscard]] char escapedByte(char c)
{
    switch (c) {
    case 'n':
        return '\n';
    case 't':
        return '\t';
    case 'r':
        return '\r';
    case '0':
        return '\0';
    default:
        return c;
    }
}

//! One word after another out of a command.
class Splitter
{
public:
    Splitter(QByteArrayView text, qsizetype at)
        : m_text(text)
        , m_at(at)
    {
    }

    [[nodiscard]] QList<QByteArray> run()
    {
        while (m_at < m_text.size() && !isEnd()) {
            step();
        }
        finishWord();
        return m_words;
    }
    [[nodiscard]] qsizetype end() const { return m_at; }

private:
    [[nodiscard]] char now() const { return m_text.at(m_at); }
    [[nodiscard]] char next() const { return m_at + 1 < m_text.size() ? m_text.at(m_at + 1) : '\0'; }
    [[nodiscard]] bool isEnd() const { return now() == '\n' || now() == ';' || now() == '|' || now() == '&'; }
    void finishWord()
    {
        if (m_isInWord) {
            m_words.append(m_word);
        }
        m_word.clear();
        m_isInWord = false;
    }
    void take(char c)
    {
        m_word += c;
        m_isInWord = true;
    }

    void step()
    {
        const char c = now();
        if (c == ' ' || c == '\t' || c == '\r') {
            finishWord();
            ++m_at;
        } else if ((c == '\\' || c == '^') && (next() == '\n' || next() == '\r')) {
            m_at += next() == '\r' && m_at + 2 < m_text.size() && m_text.at(m_at + 2) == '\n' ? 3 : 2;
        } else if (c == '\\') {
            take(m_at + 1 < m_text.size() ? next() : '\\');
            m_at += 2;
        } else if (c == '$' && next() == '\'') {
            ++m_at;
            quoted('\'', true);
        } else if (c == '\'' || c == '"') {
            quoted(c, false);
        } else {
            take(c);
            ++m_at;
        }
    }

    //! `isC`: $'…' with C's escapes.
    void quoted(char quote, bool isC)
    {
        m_isInWord = true;
        for (++m_at; m_at < m_text.size() && now() != quote; ++m_at) {
            const bool escapes =
                now() == '\\' && (isC || (quote == '"' && QByteArrayView("\"\\$`\n").contains(next())));
            if (!escapes) {
                m_word += now();
                continue;
            }
            ++m_at;
            if (m_at < m_text.size() && now() != '\n') {
                m_word += isC ? escapedByte(now()) : now();
            }
        }
        ++m_at;
    }

    QByteArrayView m_text;
    qsizetype m_at;
    QList<QByteArray> m_words;
    QByteArray m_word;
    bool m_isInWord = false;
};

//! curl's options that matter here, by their long name.
[[nodiscard]] QByteArray longName(char option)
{
    switch (option) {
    case 'H':
        return "header";
    case 'X':
        return "request";
    case 'd':
        return "data";
    case 'G':
        return "get";
    case 'I':
        return "head";
    case 'A':
        return "user-agent";
    default:
        return {};
    }
}

//! Short options that take a value we do not look at.
[[nodiscard]] bool takesValue(char option)
{
    return QByteArrayView("oumxcbeTFrwyYzCDEKQPt").contains(option);
}

//! Long ones.
[[nodiscard]] bool takesValue(const QByteArray &option)
{
    static constexpr std::array names{
        "output",      "user",       "max-time",    "proxy",       "cookie",     "referer",
        "write-out",   "cacert",     "cert",        "key",         "resolve",    "connect-timeout",
        "retry",       "connect-to", "proxy-user",  "ciphers",     "interface",  "config",
        "cookie-jar",  "form",       "trace",       "trace-ascii", "limit-rate", "noproxy",
        "retry-delay", "tls-max",    "upload-file", "dump-header",
    };
    return std::ranges::any_of(names, [&option](const char *name) { return option == name; });
}

class Reader
{
public:
    explicit Reader(PastedRequest &request)
        : m_request(request)
    {
    }

    void run(const QList<QByteArray> &words)
    {
        for (m_next = 0; m_next < words.size();) {
            const QByteArray &word = words.at(m_next++);
            if (word.startsWith("--") && word.size() > 2) {
                const qsizetype equals = word.indexOf('=');
                const QByteArray name = word.mid(2, equals < 0 ? -1 : equals - 2);
                if (equals >= 0) {
                    option(name, word.mid(equals + 1));
                } else if (isKnown(name)) {
                    option(name, needsValue(name) ? value(words) : QByteArray());
                } else if (takesValue(name)) {
                    std::ignore = value(words);
                }
            } else if (word.startsWith('-') && word.size() > 1) {
                shortOptions(word, words);
            } else {
                m_request.setUrl(word);
            }
        }
        finish();
    }

private:
    [[nodiscard]] static bool isKnown(const QByteArray &name)
    {
        static constexpr std::array names{"header",      "request",    "data",           "data-raw",
                                          "data-binary", "data-ascii", "data-urlencode", "json",
                                          "get",         "head",       "user-agent",     "url"};
        return std::ranges::any_of(names, [&name](const char *known) { return name == known; });
    }
    [[nodiscard]] static bool needsValue(const QByteArray &name) { return name != "get" && name != "head"; }
    [[nodiscard]] QByteArray value(const QList<QByteArray> &words)
    {
        return m_next < words.size() ? words.at(m_next++) : QByteArray();
    }

    void shortOptions(const QByteArray &word, const QList<QByteArray> &words)
    {
        for (qsizetype i = 1; i < word.size(); ++i) {
            const QByteArray name = longName(word.at(i));
            const bool hasValue = name.isEmpty() ? takesValue(word.at(i)) : needsValue(name);
            if (!hasValue) {
                option(name, {});
                continue;
            }
            const QByteArray rest = word.mid(i + 1);
            const QByteArray argument = rest.isEmpty() ? value(words) : rest;
            option(name, argument);
            return;
        }
    }

    void option(const QByteArray &name, const QByteArray &argument)
    {
        if (name == "header") {
            header(argument);
        } else if (name == "request") {
            m_method = argument;
        } else if (name == "url") {
            m_request.setUrl(argument);
        } else if (name == "get") {
            m_isGet = true;
        } else if (name == "head") {
            m_method = "HEAD";
        } else if (name == "json") {
            m_request.headers.emplaceBack("Content-Type", "application/json");
            data(argument, false);
        } else if (name == "data-urlencode") {
            const qsizetype equals = argument.indexOf('=');
            data(argument.left(equals + 1) + argument.mid(equals + 1).toPercentEncoding(), false);
        } else if (name.startsWith("data")) {
            data(argument, name != "data-raw");
        }
    }

    void header(const QByteArray &line)
    {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0) {
            m_request.headers.append({line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
        }
    }

    void data(const QByteArray &argument, bool mayBeFile)
    {
        if (mayBeFile && argument.startsWith('@')) {
            m_request.isBodyElsewhere = true;
            return;
        }
        m_data = m_data.isNull() ? argument : m_data + '&' + argument;
        if (m_data.isNull()) {
            m_data = QByteArray("");
        }
    }

    void finish()
    {
        const bool hasData = !m_data.isNull() || m_request.isBodyElsewhere;
        m_request.method = !m_method.isEmpty() ? m_method : hasData && !m_isGet ? "POST" : "GET";
        if (m_isGet) {
            m_request.query += (m_request.query.isEmpty() ? "" : "&") + m_data;
        } else if (!m_request.isBodyElsewhere) {
            m_request.body = m_data.isNull() ? QByteArray("") : m_data;
            if (hasData && !m_request.header("Content-Type")) {
                m_request.headers.emplaceBack("Content-Type", "application/x-www-form-urlencoded");
                m_request.isContentTypeAdded = true;
            }
        }
    }

    PastedRequest &m_request;
    qsizetype m_next = 0;
    QByteArray m_method;
    QByteArray m_data;
    bool m_isGet = false;
};

} // namespace

QList<QByteArray> shellWords(QByteArrayView text, qsizetype at, qsizetype &end)
{
    Splitter splitter(text, at);
    QList<QByteArray> words = splitter.run();
    end = std::min(splitter.end(), text.size());
    return words;
}

void readCurl(const QList<QByteArray> &words, PastedRequest &request)
{
    request.parts |= Core::PastedPart::Command | Core::PastedPart::Request;
    Reader(request).run(words);
    if (request.body && !request.body->isEmpty()) {
        request.parts |= Core::PastedPart::Body;
    }
}

} // namespace Api
