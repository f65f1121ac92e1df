// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/networkpage.h"

#include "gui/accountdraft.h"
#include "gui/userprompt.h"
#include "ui_networkpage.h"

#include <QRegularExpression>

#include <utility>

namespace Gui {

using namespace Qt::StringLiterals;

NetworkPage::NetworkPage(UserPrompt &prompt, QWidget *parent)
    : QWidget(parent)
    , m_prompt(prompt)
    , m_ui(std::make_unique<Ui::NetworkPage>())
{
    using Mode = Core::NetworkSettings::ProxyMode;
    m_ui->setupUi(this);
    m_ui->proxyModeBox->addItem(tr("As the system says"), int(Mode::System));
    m_ui->proxyModeBox->addItem(tr("None, connect directly"), int(Mode::Direct));
    m_ui->proxyModeBox->addItem(tr("HTTP"), int(Mode::Http));
    m_ui->proxyModeBox->addItem(tr("SOCKS5"), int(Mode::Socks5));
    connect(m_ui->proxyModeBox, &QComboBox::currentIndexChanged, this, &NetworkPage::showMode);
    connect(m_ui->proxyHostEdit, &QLineEdit::textChanged, this, &NetworkPage::showProblems);
    connect(m_ui->proxyPortSpin, &QSpinBox::valueChanged, this, &NetworkPage::showProblems);
    connect(m_ui->caFileEdit, &QLineEdit::textChanged, this, &NetworkPage::showProblems);
    connect(m_ui->caFileButton, &QPushButton::clicked, this, [this] {
        m_prompt.askOpenFile({tr("Choose the CA file"),
                              m_ui->caFileEdit->text(),
                              tr("PEM files (*.pem *.crt *.cer);;All files (*)"),
                              {}},
                             this, [this](const QString &path) { m_ui->caFileEdit->setText(path); });
    });
}

NetworkPage::~NetworkPage() = default;

void NetworkPage::load(const Core::NetworkSettings &settings)
{
    m_isRevealed = false;
    m_ui->proxyModeBox->setCurrentIndex(m_ui->proxyModeBox->findData(int(settings.proxyMode)));
    m_ui->proxyHostEdit->setText(settings.proxyHost);
    m_ui->proxyPortSpin->setValue(settings.proxyPort);
    m_ui->proxyUserEdit->setText(settings.proxyUser);
    m_ui->proxyPasswordEdit->forget();
    // Whether one is kept is not asked for here: a locked keyring would put its question up by that.
    const bool mayBeKept = !settings.proxyUser.isEmpty();
    m_ui->proxyPasswordEdit->setKept(mayBeKept ? tr("Unchanged") : tr("Only if the proxy asks for one"),
                                     mayBeKept);
    m_ui->timeoutSpin->setValue(settings.timeoutMs / 1000);
    m_ui->caFileEdit->setText(settings.caFile);
    showMode();
}

bool NetworkPage::validate()
{
    m_isRevealed = true;
    showProblems();
    const std::pair<QWidget *, const ProblemLabel *> rows[] = {
        {m_ui->proxyHostEdit, m_ui->proxyHostProblem},
        {m_ui->proxyPortSpin, m_ui->proxyPortProblem},
        {m_ui->caFileEdit, m_ui->caFileProblem},
    };
    for (const auto &[field, problem] : rows) {
        if (!problem->text().isEmpty()) {
            field->setFocus();
            return false;
        }
    }
    return true;
}

Core::NetworkSettings NetworkPage::settings() const
{
    Core::NetworkSettings settings;
    settings.proxyMode = proxyMode();
    settings.proxyHost = m_ui->proxyHostEdit->text().trimmed();
    settings.proxyPort = quint16(m_ui->proxyPortSpin->value());
    settings.proxyUser = m_ui->proxyUserEdit->text().trimmed();
    settings.timeoutMs = m_ui->timeoutSpin->value() * 1000;
    settings.caFile = m_ui->caFileEdit->text().trimmed();
    return settings;
}

std::optional<Core::SecretText> NetworkPage::passwordChange() const
{
    return m_ui->proxyPasswordEdit->change();
}

void NetworkPage::forgetSecrets()
{
    m_ui->proxyPasswordEdit->forget();
}

Core::NetworkSettings::ProxyMode NetworkPage::proxyMode() const
{
    return Core::NetworkSettings::ProxyMode(m_ui->proxyModeBox->currentData().toInt());
}

void NetworkPage::showMode()
{
    using Mode = Core::NetworkSettings::ProxyMode;
    const bool isOwnProxy = proxyMode() == Mode::Http || proxyMode() == Mode::Socks5;
    for (QWidget *widget :
         {static_cast<QWidget *>(m_ui->proxyHostEdit), static_cast<QWidget *>(m_ui->proxyPortSpin),
          static_cast<QWidget *>(m_ui->proxyUserEdit), static_cast<QWidget *>(m_ui->proxyPasswordEdit)}) {
        widget->setEnabled(isOwnProxy);
        m_ui->rows->labelForField(widget)->setEnabled(isOwnProxy);
    }
    showProblems();
}

void NetworkPage::showProblems()
{
    static const QRegularExpression blanksOrPath(u"[\\s/@]"_s);
    QString host;
    QString port;
    QString caFile;
    if (m_isRevealed) {
        const QString typed = m_ui->proxyHostEdit->text().trimmed();
        if (m_ui->proxyHostEdit->isEnabled() && typed.isEmpty())
            host = tr("Type the proxy's host.");
        else if (m_ui->proxyHostEdit->isEnabled() && typed.contains(blanksOrPath))
            host = tr("Only the host's name or address belongs here, without http:// and path.");
        if (m_ui->proxyPortSpin->isEnabled() && m_ui->proxyPortSpin->value() == 0)
            port = tr("Type the proxy's port.");
        caFile = caFileProblem(m_ui->caFileEdit->text());
    }
    m_ui->proxyHostProblem->setProblem(host, m_ui->proxyHostEdit);
    m_ui->proxyPortProblem->setProblem(port, m_ui->proxyPortSpin);
    m_ui->caFileProblem->setProblem(caFile, m_ui->caFileEdit);
}

} // namespace Gui
