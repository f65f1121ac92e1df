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
    //! The words of Qt's own dialogs and errors.
    enum class QtWords { Translated, Left };

    explicit Translation(QtWords qtWords = QtWords::Translated, QObject *parent = nullptr);
    ~Translation() override;

    //! "en", "zh_CN"; "" follows the system. What a catalogue does not have is English.
    void use(const QString &language);

private:
    void useLocale(const QLocale &locale);

    const QtWords m_qtWords;
    QString m_catalogue; //!< the one in use; empty for English
    QTranslator m_plurals; //!< of English
    QTranslator m_own;
    QTranslator m_qt;
};

} // namespace App
