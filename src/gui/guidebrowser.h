// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

namespace Gui {

//! Shows Markdown out of the program's own resources, pictures scaled to the width at hand. Whatever else a
//! text names is not loaded.
class GuideBrowser : public QTextBrowser
{
    Q_OBJECT
public:
    explicit GuideBrowser(QWidget *parent = nullptr);

    //! Pictures are looked for in the guide's folder.
    void showMarkdown(const QString &text);

    [[nodiscard]] QVariant loadResource(int type, const QUrl &name) override;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void dress();
    [[nodiscard]] int pictureWidth() const;
    void rescalePictures();

    QStringList m_pictures; //!< shown so far, by their addresses
    int m_scaledTo = 0;
};

} // namespace Gui
