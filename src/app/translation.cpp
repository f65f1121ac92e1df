// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translation.h"

#include <QCoreApplication>
#include <QFile>
#include <QLibraryInfo>

using namespace Qt::StringLiterals;

namespace App {

namespace {

constexpr auto catalogues = ":/i18n/"_L1;
constexpr auto baseName = "whiteboard-push-console_"_L1;

//! The catalogue that suits `locale` best; empty for English, which needs its plurals only. QTranslator's own
//! search would not see that those are enough.
[[nodiscard]] QString catalogueFor(const QLocale &locale)
{
    const QStringList languages = locale.uiLanguages();
    for (QString language : languages) {
        language.replace(u'-', u'_');
        if (language == "C"_L1 || language == "en"_L1 || language.startsWith("en_"_L1)) {
            return {};
        }
        const QString territory = QString(QLocale(language).name());
        for (const QString &name : {language, territory}) {
            if (QFile::exists(catalogues + baseName + name + u".qm"_s)) {
                return name;
            }
        }
    }
    return {};
}

} // namespace

Translation::Translation(QtWords qtWords, QObject *parent)
    : QObject(parent)
    , m_qtWords(qtWords)
{
    // Asked last, whatever the language: it knows the plurals of the sentences that the sources are written
    // in.
    if (m_plurals.load(QString(catalogues + baseName + u"en"_s))) {
        QCoreApplication::installTranslator(&m_plurals);
    }
}

Translation::~Translation()
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    QCoreApplication::removeTranslator(&m_plurals);
}

void Translation::use(const QString &language)
{
    useLocale(language.isEmpty() ? QLocale::system() : QLocale(language));
}

void Translation::useLocale(const QLocale &locale)
{
    const QString catalogue = catalogueFor(locale);
    // Words of a language and formats of none: so it is where the environment's locale is not installed.
    const bool hasFormats =
        locale.dateFormat(QLocale::ShortFormat) != QLocale::c().dateFormat(QLocale::ShortFormat);
    QLocale::setDefault(catalogue.isEmpty() || hasFormats ? locale : QLocale(catalogue));
    if (catalogue == m_catalogue) {
        return;
    }
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    m_catalogue = catalogue;
    if (catalogue.isEmpty()) {
        return;
    }
    // Ours last, so that it is asked first.
    if (m_qtWords == QtWords::Translated
        && m_qt.load(u"qtbase_"_s + catalogue, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&m_qt);
    }
    if (m_own.load(QString(catalogues + baseName + catalogue))) {
        QCoreApplication::installTranslator(&m_own);
    }
}

} // namespace App
