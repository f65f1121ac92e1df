// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/requesteditor.h"

#include "core/plaintext.h"
#include "explorer/jsonlines.h"
#include "explorer/literals.h"
#include "gui/explorertexts.h"
#include "gui/fieldform.h"
#include "gui/pasteedit.h"
#include "gui/problemlabel.h"
#include "gui/taskdrop.h"
#include "text/punctuation.h"

#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostFaultsShown = 5;
constexpr qsizetype longestPathShown = 200; // of a name that no field has

} // namespace

RequestEditor::RequestEditor(const Explorer::Catalogue &catalogue, const Views &views, QObject *parent)
    : QObject(parent)
    , m_catalogue(catalogue)
    , m_views(views)
{
    connect(&m_views.json, &QPlainTextEdit::textChanged, this, &RequestEditor::onJsonEdited);
    connect(&m_views.json, &PasteEdit::offered, this,
            [this](const OfferedTasks &offered) { refuseLongText(offered.text.size()); });
}

void RequestEditor::show(const Explorer::Action &action, Core::Edition edition, const QJsonObject &values)
{
    m_action = &action;
    m_edition = edition;
    m_showsMissing = false;

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    auto *about = new QLabel(aboutText(), content);
    about->setTextFormat(Qt::PlainText);
    about->setWordWrap(true);
    about->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(about);
    m_form = new FieldForm({m_catalogue, edition}, action.request, {}, content);
    column->addWidget(m_form);
    column->addStretch(1);
    connect(m_form, &FieldForm::edited, this, &RequestEditor::onFormEdited);
    m_views.form.setWidget(content); // the one before is deleted
    setValues(values);
}

QString RequestEditor::aboutText() const
{
    QStringList lines{ExplorerTexts::words(m_action->description)};
    for (const Explorer::Words &note : m_action->notes)
        lines.append(ExplorerTexts::words(note));
    if (m_action->request.isEmpty())
        lines.append(tr("It has no parameters."));
    return Text::joinedSentences(lines);
}

void RequestEditor::setValues(const QJsonObject &values)
{
    m_jsonFault.clear();
    m_form->setValues(values);
    m_values = m_form->values(); // with the objects that are always there
    showJson();
    showFaults();
    Q_EMIT changed();
}

QJsonObject RequestEditor::values() const
{
    return m_action != nullptr ? Explorer::withoutBlanks(m_catalogue, m_action->request, m_values)
                               : QJsonObject();
}

QJsonObject RequestEditor::shownValues() const
{
    return m_action != nullptr ? Explorer::withPlaceholders(m_catalogue, m_action->request, values())
                               : QJsonObject();
}

QList<Explorer::FieldFault> RequestEditor::faults() const
{
    return m_action != nullptr ? Explorer::checkRequest(m_catalogue, *m_action, m_edition, values())
                               : QList<Explorer::FieldFault>();
}

void RequestEditor::reveal()
{
    m_showsMissing = true;
    showFaults();
    const QList<Explorer::FieldFault> all = faults();
    if (isJsonBroken())
        m_views.json.setFocus(Qt::OtherFocusReason);
    else if (!all.isEmpty() && !m_views.json.isVisible())
        focusField(all.constFirst().path);
}

void RequestEditor::focusField(const QString &path)
{
    if (auto *input = m_views.form.findChild<QWidget *>(inputName(path))) {
        input->setFocus(Qt::OtherFocusReason);
        m_views.form.ensureWidgetVisible(input);
    }
}

void RequestEditor::onFormEdited()
{
    m_values = m_form->values();
    m_jsonFault.clear();
    showJson();
    showFaults();
    Q_EMIT changed();
}

void RequestEditor::onJsonEdited()
{
    if (m_action == nullptr)
        return;
    const Core::Result<QJsonObject> parsed = Explorer::parseParameters(m_views.json.toPlainText());
    if (parsed) {
        m_jsonFault.clear();
        m_values = Explorer::withoutPlaceholders(m_catalogue, m_action->request, *parsed, m_values);
        m_form->setValues(m_values);
    } else {
        // "3:14: what is wrong", of which the last part is English.
        m_jsonFaultLine = parsed.error().detail.section(u':', 0, 0).toInt();
        m_jsonFault = tr("Line %1, character %2: this is not JSON (%3).")
                          .arg(QString::number(m_jsonFaultLine), parsed.error().detail.section(u':', 1, 1),
                               parsed.error().detail.section(u':', 2).trimmed());
    }
    showFaults();
    Q_EMIT changed();
}

//! The field stays as it is: whatever is edited next takes the sentence away.
void RequestEditor::refuseLongText(qsizetype length)
{
    m_views.jsonProblem.setProblem(tr("A text of %1 characters is too long for a request. It was not pasted.")
                                       .arg(QLocale().toString(length)),
                                   &m_views.json);
}

void RequestEditor::showJson()
{
    const QSignalBlocker blocker(&m_views.json);
    const QJsonObject shown =
        m_action != nullptr ? Explorer::withPlaceholders(m_catalogue, m_action->request, m_values) : m_values;
    m_views.json.setPlainText(Explorer::Literal::indentedJson(shown));
}

void RequestEditor::showFaults()
{
    QList<Explorer::FieldFault> shown = faults();
    if (!m_showsMissing)
        shown.removeIf(
            [](const Explorer::FieldFault &fault) { return fault.kind == Explorer::FaultKind::Missing; });
    m_form->showFaults(shown);

    QStringList homeless;
    QStringList sentences;
    QList<int> lines;
    const QHash<QString, int> lineOf = Explorer::linesOf(m_views.json.toPlainText());
    for (const Explorer::FieldFault &fault : std::as_const(shown)) {
        const QString problem =
            ExplorerTexts::problem(fault, fieldAt(m_catalogue, m_action->request, fault.path));
        const QString named =
            tr("%1: %2", "field, what is wrong").arg(Core::oneLine(fault.path, longestPathShown), problem);
        if (fault.kind == Explorer::FaultKind::Unknown)
            homeless.append(named);
        if (const int line = lineOf.value(fault.path); line > 0) {
            lines.append(line);
            sentences.append(tr("Line %1, %2", "number, field and what is wrong").arg(line).arg(named));
        } else {
            sentences.append(named);
        }
    }
    homeless = homeless.mid(0, mostFaultsShown);
    if (isJsonBroken()) {
        sentences = {m_jsonFault};
        homeless.append(tr("The JSON cannot be read; this is what it was before."));
        lines = {m_jsonFaultLine};
    }
    m_views.formProblem.setProblem(homeless.join(u'\n'), &m_views.form);
    m_views.jsonProblem.setProblem(sentences.mid(0, mostFaultsShown).join(u'\n'), &m_views.json);
    markLines(lines);
}

void RequestEditor::markLines(const QList<int> &lines)
{
    QList<QTextEdit::ExtraSelection> marks;
    QColor colour = m_views.jsonProblem.palette().color(QPalette::WindowText);
    colour.setAlphaF(0.25F);
    for (const int line : lines) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(m_views.json.document()->findBlockByNumber(std::max(0, line - 1)));
        mark.format.setBackground(colour);
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks.append(mark);
    }
    m_views.json.setExtraSelections(marks);
}

} // namespace Gui
