// SPDX-License-Identifier: GPL-3.0-or-later
#include "explorer/codesample.h"

#include "explorer/codetemplates.h"
#include "explorer/literals.h"

#include <QJsonArray>

namespace Explorer {

using namespace Qt::StringLiterals;

namespace {

[[nodiscard]] QString tccliArguments(const QJsonObject &values)
{
    QString result;
    for (auto value = values.begin(); value != values.end(); ++value) {
        QString text;
        if (value->isObject()) {
            text = Literal::compactJson(value->toObject());
        } else if (value->isArray()) {
            // An array as JSON text: the compact form of an object that holds it, without the object.
            text = Literal::compactJson({{u"a"_s, value->toArray()}}).mid(5).chopped(1);
        } else if (value->isString()) {
            text = value->toString();
        } else if (value->isBool()) {
            text = value->toBool() ? u"True"_s : u"False"_s;
        } else {
            text = Literal::number(*value);
        }
        const bool isPlain = value->isBool() || value->isDouble();
        result += u" \\\n    --"_s + value.key() + u' ' + (isPlain ? text : Literal::shell(text));
    }
    return result;
}

[[nodiscard]] QString lowerFirst(const QString &name)
{
    return name.isEmpty() ? name : QString(name.at(0).toLower() + name.mid(1));
}

//! C++ statements that fill a request, value by value, with the types that the catalogue declares.
class SetterWriter
{
public:
    explicit SetterWriter(const Catalogue &catalogue)
        : m_catalogue(catalogue)
    {
    }

    void write(const QString &variable, const QString &prefix, const QList<Field> &fields,
               const QJsonObject &values)
    {
        for (const Field &field : fields) {
            const QJsonValue value = values.value(field.name);
            if (value.isUndefined() || value.isNull()) {
                continue;
            }
            const QString path = prefix.isEmpty() ? lowerFirst(field.name) : QString(prefix + field.name);
            const QString expression =
                field.isList ? list(field, path, value.toArray()) : single(field, path, value);
            line(QString(variable + u".Set"_s + field.name + u'(' + expression + u");"_s));
        }
    }

    [[nodiscard]] const QString &code() const { return m_code; }

private:
    void line(const QString &text) { m_code += u"        "_s + text + u'\n'; }

    [[nodiscard]] static QString typeOf(const Field &field)
    {
        switch (field.type) {
        case FieldType::Integer:
            return u"int64_t"_s;
        case FieldType::Unsigned:
            return u"uint64_t"_s;
        case FieldType::Number:
            return u"double"_s;
        case FieldType::Boolean:
            return u"bool"_s;
        case FieldType::Text:
            return u"std::string"_s;
        case FieldType::Object:
            return QString(u"Model::"_s + field.object);
        }
        return {};
    }

    //! The value as an expression; an object is built in a variable of its own before.
    [[nodiscard]] QString single(const Field &field, const QString &path, const QJsonValue &value)
    {
        switch (field.type) {
        case FieldType::Integer:
        case FieldType::Unsigned:
        case FieldType::Number:
            return Literal::number(value);
        case FieldType::Boolean:
            return value.toBool() ? u"true"_s : u"false"_s;
        case FieldType::Text:
            return Literal::cpp(value.toString());
        case FieldType::Object:
            break;
        }
        line(QString(typeOf(field) + u' ' + path + u';'));
        write(path, path, m_catalogue.fieldsOf(field), value.toObject());
        return path;
    }

    [[nodiscard]] QString list(const Field &field, const QString &path, const QJsonArray &items)
    {
        QStringList expressions;
        for (qsizetype i = 0; i < items.size(); ++i) {
            expressions.append(single(field, QString(path + QString::number(i + 1)), items.at(i)));
        }
        return QString(u"std::vector<"_s + typeOf(field) + u">{"_s + expressions.join(u", "_s) + u'}');
    }

    const Catalogue &m_catalogue;
    QString m_code;
};

} // namespace

const QList<CodeKind> &codeKinds()
{
    static const QList<CodeKind> kinds{
        CodeKind::Curl, CodeKind::CurlUnsigned, CodeKind::Tccli, CodeKind::Python, CodeKind::Go,
        CodeKind::Java, CodeKind::Node,         CodeKind::Php,   CodeKind::DotNet, CodeKind::Cpp};
    return kinds;
}

QString codeFor(CodeKind kind, const Catalogue &catalogue, const Action &action,
                const Core::Endpoint &endpoint, const QJsonObject &values)
{
    const QString host = QString::fromUtf8(endpoint.hostHeader());
    const QString body = Literal::compactJson(values);
    const bool isInternational = endpoint.edition == Core::Edition::International;
    const bool isPlainHttp = endpoint.url.scheme() == "http"_L1;
    SetterWriter setters(catalogue);
    setters.write(u"request"_s, {}, action.request, values);
    const QHash<QString, QString> words{
        {u"ACTION"_s, action.name},
        {u"SERVICE"_s, catalogue.service},
        {u"VERSION"_s, catalogue.version},
        {u"REGION"_s, endpoint.region},
        {u"REGION_QUOTED"_s, Literal::quoted(endpoint.region)},
        {u"REGION_PHP"_s, Literal::php(endpoint.region)},
        {u"REGION_CPP"_s, Literal::cpp(endpoint.region)},
        {u"HOST"_s, Literal::quoted(host)},
        {u"HOST_SHELL"_s, Literal::shell(host)},
        {u"HOST_PHP"_s, Literal::php(host)},
        {u"HOST_CPP"_s, Literal::cpp(host)},
        {u"URL_SHELL"_s, Literal::shell(QString(endpoint.url.scheme() + u"://"_s + host + u'/'))},
        {u"BODY"_s, Literal::quoted(body)},
        {u"BODY_SHELL"_s, Literal::shell(body)},
        {u"BODY_PHP"_s, Literal::php(body)},
        {u"PARAMS_JSON"_s, Literal::indentedJson(values)},
        {u"PARAMS_PYTHON"_s, Literal::python(values)},
        {u"ARGUMENTS"_s, tccliArguments(values)},
        {u"SETTERS"_s, setters.code()},
        {u"INTL"_s, isInternational ? u"-intl-en"_s : QString()},
        {u"INTL_DOTNET"_s, isInternational ? u"IntlEN"_s : QString()},
    };
    return filledTemplate(codeTemplate(kind, endpoint.edition), words, isPlainHttp);
}

} // namespace Explorer
