// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QObject>
#include <QTranslator>

namespace App {

//! The language that texts are shown in. Switching it sends LanguageChange to every window.
class Translation : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    ~Translation() override;

    //! "en", "zh_CN"; "" follows the system. English needs no catalogue.
    void use(const QString &language);

private:
    void useLocale(const QLocale &locale);

    QString m_catalogue; //!< the one in use; empty for English
    QTranslator m_own;
    QTranslator m_qt;
};

} // namespace App
