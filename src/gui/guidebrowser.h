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

    //! `fileName` is a resource's; pictures lie beside it. dress() when the document is complete.
    void showMarkdown(const QString &fileName);
    //! What the reader's eyes need: lines of tables, ground of code, room above headings.
    void dress();

    [[nodiscard]] QVariant loadResource(int type, const QUrl &name) override;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int pictureWidth() const;
    void rescalePictures();

    QStringList m_pictures; //!< shown so far, by their addresses
    int m_scaledTo = 0;
};

} // namespace Gui
