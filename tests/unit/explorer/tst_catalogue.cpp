// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redaction.h"
#include "explorer/catalogueparser.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using Explorer::Action;
using Explorer::Catalogue;
using Explorer::Field;

namespace {

constexpr auto smallest = R"({
 "service": "tiw", "version": "2019-09-19",
 "definitions": [{"edition": "mainland", "repository": "a/b", "commit": "c"}],
 "errors": [{"code": "InternalError", "description": {"en": "a", "zh_CN": "b"}}],
 "objects": [{"name": "Inner", "fields": [
   {"name": "Deep", "type": "object", "object": "Leaf", "description": {"en": "a", "zh_CN": "b"}}]},
  {"name": "Leaf", "fields": [{"name": "Size", "type": "unsigned", "minimum": 1, "maximum": 9, "default": 2,
   "description": {"en": "a", "zh_CN": "b"}}]}],
 "actions": [{"name": "DoIt", "group": "push", "kind": "stops", "editions": ["mainland"], "rateLimit": 20,
  "description": {"en": "a", "zh_CN": "b"},
  "request": [{"name": "What", "type": "object", "object": "Inner", "list": true, "required": true,
    "description": {"en": "a", "zh_CN": "b"}},
   {"name": "How", "type": "string", "maxBytes": 60, "format": "json", "sensitive": true,
    "values": [{"value": "x", "description": {"en": "a", "zh_CN": "b"}}], "openValues": true,
    "description": {"en": "a", "zh_CN": "b"}}],
  "response": [], "errors": ["InternalError"], "example": {"request": {}, "response": {}}}]
})";

//! The smallest catalogue with one text replaced.
[[nodiscard]] QByteArray changed(const QByteArray &from, const QByteArray &to)
{
    QByteArray json = smallest;
    const qsizetype at = json.indexOf(from);
    return at < 0 ? QByteArray() : json.replace(at, from.size(), to);
}

} // namespace

class CatalogueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEverything();
    void faults_data();
    void faults();
    void builtInHasBothEditions();
    void builtInKnowsThePushFamily();
    void builtInMarksSecrets();
};

void CatalogueTest::readsEverything()
{
    const Core::Result<Catalogue> catalogue = Explorer::parseCatalogue(smallest);
    QVERIFY2(catalogue, qPrintable(catalogue ? QString() : catalogue.error().detail));
    const Action *action = catalogue->findAction(u"DoIt");
    QVERIFY(action);
    QCOMPARE(action->kind, Explorer::ActionKind::Stops);
    QVERIFY(action->changesSomething());
    QVERIFY(action->existsIn(Core::Edition::Mainland));
    QVERIFY(!action->existsIn(Core::Edition::International));
    QCOMPARE(action->rateLimit, 20);
    const Field &what = action->request.at(0);
    QVERIFY(what.isList && what.isRequired && !what.isSensitive);
    const Field &size = catalogue->fieldsOf(catalogue->fieldsOf(what).at(0)).at(0);
    QCOMPARE(size.type, Explorer::FieldType::Unsigned);
    QCOMPARE(size.minimum, 1);
    QCOMPARE(size.maximum, 9);
    QCOMPARE(size.defaultValue, QJsonValue(2));
    const Field &how = action->request.at(1);
    QVERIFY(how.isSensitive && how.hasOpenValues && how.defaultValue.isUndefined());
    QCOMPARE(how.format, Explorer::TextFormat::Json);
    QCOMPARE(how.maxBytes, 60);
    QCOMPARE(how.values.at(0).value, QJsonValue(u"x"_s));
    QCOMPARE(how.description.in(u"zh_CN"), u"b"_s);
    QCOMPARE(how.description.in(u"de_DE"), u"a"_s);
}

void CatalogueTest::faults_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const char *from, const char *to, const char *place) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromLatin1(place);
    };
    row("no JSON", "\"service\"", "service", "byte ");
    row("missing member", "\"service\": \"tiw\", ", "", "service: is missing");
    row("empty text", "\"tiw\"", "\"\"", "service: is not a text");
    row("other type", "\"tiw\"", "1", "service: is not a text");
    row("unknown member", "\"service\": \"tiw\"", "\"service\": \"tiw\", \"x\": 1", "x: is not known");
    row("no such edition", "[\"mainland\"]", "[\"moon\"]", "actions[0].editions[0]: is no edition");
    row("edition twice", "[\"mainland\"]", "[\"mainland\", \"mainland\"]", "actions[0].editions[1]");
    row("no editions", "[\"mainland\"]", "[]", "actions[0].editions: names none");
    row("no such kind", "\"stops\"", "\"breaks\"", "actions[0].kind: is none of reads");
    row("limit", "\"rateLimit\": 20", "\"rateLimit\": 0", "actions[0].rateLimit");
    row("a language missing", ", \"zh_CN\": \"b\"}}],\n \"objects\"", "}}],\n \"objects\"",
        "errors[0].description.zh_CN: is missing");
    row("no such type", "\"unsigned\"", "\"natural\"", "objects[1].fields[0].type: is none of");
    row("no such object", "\"object\": \"Leaf\"", "\"object\": \"Tree\"",
        "objects[0].fields[0].object: there is no");
    row("object of a text", "\"type\": \"string\"", "\"type\": \"string\", \"object\": \"Leaf\"",
        "actions[0].request[1].object: stands");
    row("endless object", "\"object\": \"Leaf\"", "\"object\": \"Inner\"", "objects[0]: holds itself");
    row("range turned round", "\"minimum\": 1", "\"minimum\": 10", "objects[1].fields[0].minimum: is beyond");
    row("half a minimum", "\"minimum\": 1", "\"minimum\": 1.5",
        "objects[1].fields[0].minimum: is not a whole");
    row("range of a text", "\"maxBytes\": 60", "\"minimum\": 60", "actions[0].request[1].minimum");
    row("length of a number", "\"minimum\": 1", "\"maxLength\": 1", "objects[1].fields[0].maxLength");
    row("default of another type", "\"default\": 2", "\"default\": -2", "objects[1].fields[0].default");
    row("value of another type", "{\"value\": \"x\"", "{\"value\": 1",
        "actions[0].request[1].values[0].value");
    row("no such format", "\"json\"", "\"xml\"", "actions[0].request[1].format: is none of");
    row("no such error", "\"errors\": [\"InternalError\"]", "\"errors\": [\"Other\"]",
        "actions[0].errors[0]: there is no error \"Other\"");
    row("twins", "\"name\": \"How\"", "\"name\": \"What\"", "actions[0].request[1]: \"What\" occurs twice");
    row("example is no object", "\"example\": {\"request\": {}", "\"example\": {\"request\": []",
        "actions[0].example.request: is not an object");
}

void CatalogueTest::faults()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, place);
    const QByteArray json = changed(from, to);
    QVERIFY2(!json.isEmpty(), "the row changes nothing");
    const Core::Result<Catalogue> catalogue = Explorer::parseCatalogue(json);
    QVERIFY(!catalogue);
    QCOMPARE(catalogue.error().kind, Core::ErrorKind::InvalidInput);
    QVERIFY2(catalogue.error().detail.startsWith(place), qPrintable(catalogue.error().detail));
}

void CatalogueTest::builtInHasBothEditions()
{
    const Core::Result<Catalogue> catalogue = Explorer::builtInCatalogue();
    QVERIFY2(catalogue, qPrintable(catalogue ? QString() : catalogue.error().detail));
    QCOMPARE(catalogue->version, u"2019-09-19"_s);
    const auto count = [&catalogue](Core::Edition edition) {
        return std::ranges::count_if(catalogue->actions,
                                     [edition](const Action &action) { return action.existsIn(edition); });
    };
    QCOMPARE(count(Core::Edition::International), 51);
    QCOMPARE(count(Core::Edition::Mainland), 35);
    QCOMPARE(catalogue->actions.size(), 60);
    for (const Action &action : catalogue->actions) {
        QVERIFY2(Explorer::findField(action.response, u"RequestId"), qPrintable(action.name));
        // What reads is named so, and nothing that changes something passes as reading.
        QCOMPARE(action.kind == Explorer::ActionKind::Reads, action.name.startsWith("Describe"_L1));
    }
}

void CatalogueTest::builtInKnowsThePushFamily()
{
    const Core::Result<Catalogue> catalogue = Explorer::builtInCatalogue();
    QVERIFY(catalogue);
    const Action *start = catalogue->findAction(u"StartWhiteboardPush");
    QVERIFY(start);
    QCOMPARE(start->kind, Explorer::ActionKind::Starts);
    const Field *timeout = Explorer::findField(start->request, u"AutoStopTimeout");
    QVERIFY(timeout);
    QCOMPARE(timeout->minimum, 300);
    QCOMPARE(timeout->maximum, 259'200);
    QCOMPARE(timeout->defaultValue, QJsonValue(1800));
    const Field *group = Explorer::findField(start->request, u"GroupId");
    QVERIFY(group && group->existsIn(Core::Edition::Mainland)
            && !group->existsIn(Core::Edition::International));
    const Field *backup = Explorer::findField(start->request, u"Backup");
    QVERIFY(backup);
    QCOMPARE(catalogue->fieldsOf(*backup).size(), 2);
    QVERIFY(catalogue->findAction(u"StopWhiteboardPush")
                ->errors.contains("UnsupportedOperation.TaskHasAlreadyStopped"_L1));
    const Action *running = catalogue->findAction(u"DescribeRunningTasks");
    QVERIFY(running && !running->existsIn(Core::Edition::International));
    QCOMPARE(Explorer::findField(running->request, u"TaskType")->values.size(), 4);
}

void CatalogueTest::builtInMarksSecrets()
{
    const Core::Result<Catalogue> catalogue = Explorer::builtInCatalogue();
    QVERIFY(catalogue);
    int marked = 0;
    const auto check = [&marked](const QList<Field> &fields) {
        for (const Field &field : fields) {
            const bool isSecret = field.name.endsWith("Sig"_L1) || field.name.endsWith("Key"_L1);
            QVERIFY2(field.isSensitive == (isSecret && field.name != "TagKey"_L1), qPrintable(field.name));
            marked += field.isSensitive ? 1 : 0;
            // What the catalogue calls sensitive is kept out of journal and log.
            const QJsonObject clean = Core::redacted({{field.name, u"value"_s}});
            QVERIFY2(!field.isSensitive || clean.value(field.name).toString() == Core::redactedMark,
                     qPrintable(field.name));
        }
    };
    for (const Action &action : catalogue->actions) {
        check(action.request);
        check(action.response);
    }
    for (const Explorer::ObjectType &type : catalogue->objects) {
        check(type.fields);
    }
    QVERIFY(marked > 10);
}

CONSOLE_TEST(CatalogueTest, TestSupport::NoApplication)
#include "tst_catalogue.moc"
