// SPDX-License-Identifier: GPL-3.0-or-later
// picture SVG SIZE PNG: draws an icon as a picture of SIZE × SIZE pixels while the program is built.
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QStringList>
#include <QSvgRenderer>

#include <cstdio>

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen"); // where packages are built there is no display
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int size = arguments.value(2).toInt();
    if (arguments.size() != 4 || size <= 0) {
        std::fputs("usage: picture SVG SIZE PNG\n", stderr);
        return 2;
    }
    QSvgRenderer icon(arguments.at(1));
    if (!icon.isValid()) {
        std::fprintf(stderr, "%s cannot be drawn\n", qPrintable(arguments.at(1)));
        return 1;
    }
    QImage picture(size, size, QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    icon.render(&painter);
    painter.end();
    if (!picture.save(arguments.at(3), "PNG")) {
        std::fprintf(stderr, "%s cannot be written\n", qPrintable(arguments.at(3)));
        return 1;
    }
    return 0;
}
