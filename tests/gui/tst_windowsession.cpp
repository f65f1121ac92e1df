// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowsession.h"
#include "gui/addtasksdialog.h"
#include "support/testprogram.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

//! The window as the program puts it together, on a directory of its own.
class TestWindowSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLinkIsOffered() const;
};

void TestWindowSession::everyLinkIsOffered() const
{
    const QTemporaryDir directory;
    QVERIFY(directory.isValid());
    App::Composition composition(App::Places::in(directory.path()), App::Composition::SecretsIn::Memory);
    App::WindowSession session(composition);
    const QStringList links{u"tiwpush:one?app=1400000001"_s, u"tiwpush:two?app=1400000001"_s,
                            u"tiwpush:three?app=1400000001"_s};
    const auto wish = [&links](qsizetype link) {
        return App::WindowWish{.taskLink = links.at(link), .asksToStopAll = false};
    };
    // Two come before the list is there, one of them twice, and one later.
    session.fulfil(wish(0));
    session.fulfil(wish(1));
    session.fulfil(wish(0));
    QVERIFY(session.window().findChild<Gui::AddTasksDialog *>() == nullptr);
    session.show();
    Gui::AddTasksDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = session.window().findChild<Gui::AddTasksDialog *>()) != nullptr);
    auto *field = dialog->findChild<QPlainTextEdit *>(u"pasteEdit"_s);
    QVERIFY(field != nullptr);
    QCOMPARE(field->toPlainText(), links.mid(0, 2).join(u'\n'));
    session.fulfil(wish(2));
    QCOMPARE(field->toPlainText(), links.join(u'\n'));
    QCOMPARE(composition.services().book.size(), 0);
}

CONSOLE_TEST(TestWindowSession, QApplication)
#include "tst_windowsession.moc"
