// SPDX-License-Identifier: GPL-3.0-or-later
// The least that a program of this kind can be: main window, table, log, network access, TLS loaded. The
// console's start is measured beside it.
#include <QApplication>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenuBar>
#include <QNetworkAccessManager>
#include <QPlainTextEdit>
#include <QSslSocket>
#include <QStandardItemModel>
#include <QStatusBar>
#include <QTableView>
#include <QTimer>
#include <QToolBar>

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QMainWindow window;
    window.setWindowTitle(QStringLiteral("Skeleton"));
    window.resize(1100, 720);
    QStandardItemModel model(100, 10);
    auto *const table = new QTableView;
    table->setModel(&model);
    window.setCentralWidget(table);
    auto *const log = new QPlainTextEdit;
    auto *const dock = new QDockWidget;
    dock->setWidget(log);
    window.addDockWidget(Qt::BottomDockWidgetArea, dock);
    window.menuBar()->addMenu(QStringLiteral("File"))->addAction(QStringLiteral("Quit"));
    window.addToolBar(QStringLiteral("Tools"))->addAction(QStringLiteral("Stop"));
    window.statusBar()->showMessage(QStringLiteral("Ready"));
    QNetworkAccessManager network;
    window.show();
    QTimer::singleShot(0, &window, [] { QSslSocket::supportsSsl(); });
    return QApplication::exec();
}
