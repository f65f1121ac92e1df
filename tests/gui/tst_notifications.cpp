// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plaintext.h"
#include "gui/dbusnotifications.h"
#include "support/privatebus.h"
#include "support/testprogram.h"

#include <QApplication>
#include <QDBusContext>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

//! A desktop that shows notifications, on a bus of the test's own.
class NotificationServer : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Call
    {
        QString application;
        uint replaced = 0;
        QString icon;
        QString title;
        QString body;
        QStringList actions;
        QVariantMap hints;
        int timeout = 0;
    };

    QStringList capabilities;
    QList<Call> calls;
    QList<uint> closed;
    bool refuses = false;

public Q_SLOTS:
    QStringList GetCapabilities() const { return capabilities; }
    uint Notify(const QString &application, uint replaced, const QString &icon, const QString &title,
                const QString &body, const QStringList &actions, const QVariantMap &hints, int timeout)
    {
        if (refuses) {
            sendErrorReply(QDBusError::LimitsExceeded, u"too many"_s);
            return 0;
        }
        calls.append({application, replaced, icon, title, body, actions, hints, timeout});
        return replaced != 0 ? replaced : 40 + static_cast<uint>(calls.size());
    }
    void CloseNotification(uint id) { closed.append(id); }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);
};

class TestNotifications : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void argumentsAsSpecified_data() const;
    void argumentsAsSpecified();
    void hostileTextsAreInert_data() const;
    void hostileTextsAreInert();
    void bubblesHaveNoMarkup();
    void chosenActionsComeBack();
    void oneOfATagAtATime();
    void newestOfATagReplaces();
    void withdrawnBeforeTheAnswerIsClosed();
    void withdrawnIsClosed();
    void closedIsForgotten();
    void refusedIsSaid_data() const;
    void refusedIsSaid();
    void withoutABus();

private:
    void startServer();
    [[nodiscard]] static Gui::Notification sample(const QString &tag = u"tag"_s);

    TestSupport::PrivateBus m_bus;
    std::unique_ptr<NotificationServer> m_server;
    std::unique_ptr<Gui::DbusNotifications> m_notifications;
};

Gui::Notification TestNotifications::sample(const QString &tag)
{
    return {tag,
            u"2 tasks are stopped"_s,
            u"数学 <b>7b</b> & 8a"_s,
            {{u"show"_s, u"Show"_s}, {u"keep"_s, u"Keep running"_s}},
            true};
}

void TestNotifications::initTestCase()
{
    if (!TestSupport::PrivateBus::isInstalled())
        QSKIP("there is no dbus-daemon");
    QVERIFY(m_bus.start());
}

void TestNotifications::init()
{
    m_server = std::make_unique<NotificationServer>();
    m_notifications =
        std::make_unique<Gui::DbusNotifications>(QDBusConnection::connectToBus(m_bus.address(), u"client"_s));
    QVERIFY(m_notifications->isConnected());
}

void TestNotifications::cleanup()
{
    m_notifications.reset();
    m_server.reset();
    QDBusConnection::disconnectFromBus(u"server"_s);
    QDBusConnection::disconnectFromBus(u"client"_s);
}

void TestNotifications::startServer()
{
    QDBusConnection bus = QDBusConnection::connectToBus(m_bus.address(), u"server"_s);
    QVERIFY(bus.registerObject(u"/org/freedesktop/Notifications"_s, m_server.get(),
                               QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    QVERIFY(bus.registerService(u"org.freedesktop.Notifications"_s));
}

void TestNotifications::argumentsAsSpecified_data() const
{
    QTest::addColumn<QStringList>("capabilities");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QStringList>("actions");
    const QStringList actions{u"default"_s, u"Show"_s, u"show"_s, u"Show"_s, u"keep"_s, u"Keep running"_s};
    QTest::newRow("markup is escaped")
        << QStringList{u"actions"_s, u"body-markup"_s} << u"数学 &lt;b&gt;7b&lt;/b&gt; &amp; 8a"_s << actions;
    QTest::newRow("plain text stays") << QStringList{u"actions"_s} << u"数学 <b>7b</b> & 8a"_s << actions;
    QTest::newRow("without actions") << QStringList{u"body"_s} << u"数学 <b>7b</b> & 8a"_s << QStringList();
}

void TestNotifications::argumentsAsSpecified()
{
    QFETCH(const QStringList, capabilities);
    startServer();
    m_server->capabilities = capabilities;
    m_notifications->show(sample());
    QTRY_COMPARE(m_server->calls.size(), 1);
    const NotificationServer::Call &call = m_server->calls.first();
    QCOMPARE(call.replaced, 0U);
    QCOMPARE(call.title, u"2 tasks are stopped"_s);
    QTEST(call.body, "body");
    QTEST(call.actions, "actions");
    QCOMPARE(call.timeout, 0); // urgent: until somebody answers
    const QVariant urgency = call.hints.value(u"urgency"_s);
    QCOMPARE(urgency.typeId(), QMetaType::UChar);
    QCOMPARE(urgency.toUInt(), 2U);
    QVERIFY(call.hints.contains(u"desktop-entry"_s));
}

void TestNotifications::hostileTextsAreInert_data() const
{
    QTest::addColumn<QString>("text");
    QTest::newRow("bold") << u"<b>Stop everything</b>"_s;
    QTest::newRow("image") << u"<img src=\"http://127.0.0.1:9/seen\" alt=\"\"/>"_s;
    QTest::newRow("link") << u"<a href='file:///etc/passwd'>your task</a>"_s;
    QTest::newRow("entities") << u"&lt;b&gt;&#60;b&#62;&amp;"_s;
    QTest::newRow("unfinished") << u"<img src=\"x"_s;
    QTest::newRow("zero") << QString(u"before"_s + QChar(0) + u"behind"_s);
    QTest::newRow("controls") << u"a\u001b[2J\u0007\u009b31m"_s;
    QTest::newRow("line breaks") << u"a\r\nb\u2028c\u2029d"_s;
    QTest::newRow("turned around") << u"\u202egnp.exe\u2066\u200f"_s;
    QTest::newRow("invisible") << u"a\u200b\u2060\ufeffb"_s;
    QTest::newRow("half a character") << QString(u"a"_s + QChar(0xd83d) + u"b"_s);
    QTest::newRow("marks") << QString(u"a"_s + QString(5000, QChar(0x0301)));
    QTest::newRow("1 MB") << QString(1'000'000, u'x');
    QTest::newRow("1 MB of markup") << u"<b>"_s.repeated(333'333);
}

//! Whoever wrote them: a label, an answer, a file.
void TestNotifications::hostileTextsAreInert()
{
    QFETCH(const QString, text);
    startServer();
    const auto harmOf = [](const QString &shown, qsizetype longest) -> QString {
        if (shown.size() > longest)
            return u"%1 characters"_s.arg(shown.size());
        for (const QChar c : shown) {
            const bool isHarmful = c.category() == QChar::Other_Control ? c != u'\n'
                                                                        : c.category() == QChar::Other_Format
                    || c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
            if (isHarmful)
                return QString::number(c.unicode(), 16);
        }
        return {};
    };
    Gui::Notification notification = sample();
    notification.title = notification.text = text;
    notification.actions.first().text = text;
    for (const bool isMarkup : {true, false}) {
        m_server->calls.clear();
        m_server->capabilities = {u"actions"_s};
        if (isMarkup)
            m_server->capabilities += u"body-markup"_s;
        m_notifications = std::make_unique<Gui::DbusNotifications>(
            QDBusConnection::connectToBus(m_bus.address(), u"client"_s));
        m_notifications->show(notification);
        QTRY_COMPARE(m_server->calls.size(), 1);
        const NotificationServer::Call &call = m_server->calls.first();
        QVERIFY(!isMarkup || !call.body.contains(u'<'));
        QString read = call.body; // as such a server reads it
        if (isMarkup)
            read.replace(u"&lt;"_s, u"<"_s)
                .replace(u"&gt;"_s, u">"_s)
                .replace(u"&quot;"_s, u"\""_s)
                .replace(u"&amp;"_s, u"&"_s);
        QCOMPARE(read, Core::plainText(text, Gui::longestNotification));
        QCOMPARE(harmOf(read, Gui::longestNotification + 1), QString());
        QCOMPARE(harmOf(call.title, 201), QString());
        QVERIFY(!call.title.contains(u'\n'));
        for (const QString &action : call.actions)
            QCOMPARE(harmOf(action, 61), QString());
        QVERIFY(m_notifications->isConnected());
    }
}

//! Qt hands a bubble to the same service, as it is.
void TestNotifications::bubblesHaveNoMarkup()
{
    QCOMPARE(Gui::withoutMarkup(u"数学 <b>7b</b> & 8a"_s), u"数学 ‹b>7b‹/b> & 8a"_s);
}

void TestNotifications::chosenActionsComeBack()
{
    startServer();
    m_server->capabilities = {u"actions"_s};
    QSignalSpy chosen(m_notifications.get(), &Gui::DbusNotifications::chosen);
    m_notifications->show(sample(u"first"_s));
    QTRY_COMPARE(m_server->calls.size(), 1);
    m_notifications->show(sample(u"second"_s));
    QTRY_VERIFY(m_notifications->isShown(u"first"_s) && m_notifications->isShown(u"second"_s));
    Q_EMIT m_server->ActionInvoked(7, u"keep"_s); // another program's
    Q_EMIT m_server->ActionInvoked(42, u"keep"_s);
    Q_EMIT m_server->ActionInvoked(41, u"default"_s);
    QTRY_COMPARE(chosen.size(), 2);
    QCOMPARE(chosen.at(0), QVariantList({u"second"_s, u"keep"_s}));
    QCOMPARE(chosen.at(1), QVariantList({u"first"_s, u"show"_s}));
}

void TestNotifications::oneOfATagAtATime()
{
    startServer();
    m_notifications->show(sample());
    QTRY_COMPARE(m_server->calls.size(), 1);
    QTRY_VERIFY(m_notifications->isShown(u"tag"_s));
    m_notifications->show(sample());
    QTRY_COMPARE(m_server->calls.size(), 2);
    QCOMPARE(m_server->calls.last().replaced, 41U);
}

//! Many may come before the desktop has said under which number the first is shown.
void TestNotifications::newestOfATagReplaces()
{
    startServer();
    const auto show = [this](const QString &title) {
        Gui::Notification notification = sample();
        notification.title = title;
        m_notifications->show(notification);
    };
    const auto titles = [this] {
        QStringList titles;
        for (const NotificationServer::Call &call : m_server->calls)
            titles.append(call.title);
        return titles;
    };
    for (int i = 0; i < 200; ++i)
        show(QString::number(i)); // it is not known yet what the desktop can show
    QTRY_VERIFY(m_notifications->isShown(u"tag"_s));
    QCOMPARE(titles(), QStringList{u"199"_s});
    for (int i = 200; i < 400; ++i)
        show(QString::number(i));
    QTRY_COMPARE(titles(), QStringList({u"199"_s, u"200"_s, u"399"_s}));
    QCOMPARE(m_server->calls.at(1).replaced, 41U);
    QCOMPARE(m_server->calls.at(2).replaced, 41U);
    QSignalSpy chosen(m_notifications.get(), &Gui::DbusNotifications::chosen);
    Q_EMIT m_server->ActionInvoked(41, u"keep"_s);
    QTRY_COMPARE(chosen.size(), 1);
}

void TestNotifications::withdrawnBeforeTheAnswerIsClosed()
{
    startServer();
    m_notifications->show(sample(u"never"_s));
    m_notifications->withdraw(u"never"_s);
    m_notifications->show(sample(u"first"_s));
    QTRY_VERIFY(m_notifications->isShown(u"first"_s));
    QCOMPARE(m_server->calls.size(), 1);
    m_notifications->show(sample(u"second"_s));
    m_notifications->withdraw(u"second"_s);
    QTRY_COMPARE(m_server->closed, QList<uint>({42U}));
    QVERIFY(m_notifications->isShown(u"first"_s));
    QVERIFY(!m_notifications->isShown(u"second"_s));
}

void TestNotifications::withdrawnIsClosed()
{
    startServer();
    m_notifications->show(sample());
    QTRY_VERIFY(m_notifications->isShown(u"tag"_s));
    m_notifications->withdraw(u"tag"_s);
    QTRY_COMPARE(m_server->closed, QList<uint>({41U}));
    QVERIFY(!m_notifications->isShown(u"tag"_s));
    m_notifications->withdraw(u"never shown"_s);
}

void TestNotifications::closedIsForgotten()
{
    startServer();
    m_notifications->show(sample());
    QTRY_VERIFY(m_notifications->isShown(u"tag"_s));
    Q_EMIT m_server->NotificationClosed(41, 2);
    QTRY_VERIFY(!m_notifications->isShown(u"tag"_s));
}

void TestNotifications::refusedIsSaid_data() const
{
    QTest::addColumn<bool>("hasServer");
    QTest::newRow("nobody shows notifications") << false;
    QTest::newRow("the server does not want it") << true;
}

void TestNotifications::refusedIsSaid()
{
    QFETCH(const bool, hasServer);
    if (hasServer)
        startServer();
    m_server->refuses = true;
    QSignalSpy refused(m_notifications.get(), &Gui::DbusNotifications::refused);
    m_notifications->show(sample());
    QTRY_COMPARE(refused.size(), 1);
    QCOMPARE(refused.first().first().value<Gui::Notification>().tag, u"tag"_s);
}

void TestNotifications::withoutABus()
{
    const Gui::DbusNotifications nowhere(
        QDBusConnection::connectToBus(u"unix:path=/nonexistent/bus"_s, u"nowhere"_s));
    QVERIFY(!nowhere.isConnected());
    QDBusConnection::disconnectFromBus(u"nowhere"_s);
}

CONSOLE_TEST(TestNotifications, QApplication)
#include "tst_notifications.moc"
