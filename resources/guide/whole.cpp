// SPDX-License-Identifier: GPL-3.0-or-later
// whole GUIDE LANGUAGE CATALOGUE OUTPUT: writes the user's guide as the program shows it, with its chapter of
// error codes, while the program is built. CATALOGUE is the language's, as lrelease makes it.
#include "text/errorchapter.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QTranslator>

#include <cstdio>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 5) {
        std::fputs("usage: whole GUIDE LANGUAGE CATALOGUE OUTPUT\n", stderr);
        return 2;
    }
    QLocale::setDefault(QLocale(arguments.at(2)));
    QTranslator words;
    if (!words.load(arguments.at(3)) || !QCoreApplication::installTranslator(&words)) {
        std::fprintf(stderr, "%s is no catalogue\n", qPrintable(arguments.at(3)));
        return 1;
    }
    QFile guide(arguments.at(1));
    if (!guide.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "%s cannot be read\n", qPrintable(arguments.at(1)));
        return 1;
    }
    const QByteArray whole = Text::withErrorChapter(QString::fromUtf8(guide.readAll())).toUtf8();
    QFile output(arguments.at(4));
    if (!output.open(QIODevice::WriteOnly) || output.write(whole) != whole.size() || !output.flush()) {
        std::fprintf(stderr, "%s cannot be written\n", qPrintable(arguments.at(4)));
        return 1;
    }
    return 0;
}
