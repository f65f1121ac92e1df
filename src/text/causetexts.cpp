// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/causetexts.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace Text {

namespace {

using Core::ErrorCause;
using Core::ErrorKind;

constexpr std::array allCauseTexts{
    CauseText{
        ErrorKind::Network, ErrorCause::HostNotFound,
        QT_TRANSLATE_NOOP("Text::ErrorCause", "The service's name was not found"),
        QT_TRANSLATE_NOOP("Text::ErrorCause",
                          "No address is known for it: this computer is offline, has no name server, or "
                          "the name is misspelt."),
        QT_TRANSLATE_NOOP("Text::ErrorCause",
                          "Check the network connection and the endpoint in the account's settings, "
                          "then try again.")},
    CauseText{ErrorKind::Network, ErrorCause::ConnectionRefused,
              QT_TRANSLATE_NOOP("Text::ErrorCause", "The connection to the service was refused"),
              QT_TRANSLATE_NOOP("Text::ErrorCause",
                                "Nothing accepts connections at that address and port, or a firewall refuses "
                                "them."),
              QT_TRANSLATE_NOOP("Text::ErrorCause",
                                "Check the endpoint in the account's settings; a firewall must let this "
                                "computer reach it.")},
    CauseText{ErrorKind::Network, ErrorCause::Unreachable,
              QT_TRANSLATE_NOOP("Text::ErrorCause", "The network cannot be reached"),
              QT_TRANSLATE_NOOP("Text::ErrorCause",
                                "No connection left this computer: it is offline, or has no route to the "
                                "service."),
              QT_TRANSLATE_NOOP("Text::ErrorCause",
                                "Connect this computer to the network, or the VPN that it needs, and try "
                                "again.")},
    CauseText{ErrorKind::Proxy, ErrorCause::HostNotFound,
              QT_TRANSLATE_NOOP("Text::ErrorCause", "The proxy's name was not found"),
              QT_TRANSLATE_NOOP("Text::ErrorCause", "No address is known for the proxy's host."),
              QT_TRANSLATE_NOOP("Text::ErrorCause",
                                "Check the network connection, and the proxy's host in the network "
                                "settings.")},
    CauseText{
        ErrorKind::Proxy, ErrorCause::ConnectionRefused,
        QT_TRANSLATE_NOOP("Text::ErrorCause", "The connection to the proxy was refused"),
        QT_TRANSLATE_NOOP("Text::ErrorCause", "Nothing accepts connections at the proxy's host and port."),
        QT_TRANSLATE_NOOP("Text::ErrorCause",
                          "Check kind, host and port of the proxy in the network settings, and whether "
                          "it runs.")},
    CauseText{ErrorKind::Proxy, ErrorCause::Authentication,
              QT_TRANSLATE_NOOP("Text::ErrorCause", "The proxy wants a user and a password"),
              QT_TRANSLATE_NOOP("Text::ErrorCause", "None are set, or it refused those that are."),
              QT_TRANSLATE_NOOP("Text::ErrorCause",
                                "Enter the proxy's user and password in the network settings.")},
    CauseText{
        ErrorKind::Proxy, ErrorCause::Declined,
        QT_TRANSLATE_NOOP("Text::ErrorCause", "The proxy did not connect to the service"),
        QT_TRANSLATE_NOOP(
            "Text::ErrorCause",
            "It cannot be reached, forbids this address, cannot reach it itself, or is no proxy "
            "of the kind that is set."),
        QT_TRANSLATE_NOOP("Text::ErrorCause",
                          "Check the proxy's kind, host and port in the network settings, and ask whoever "
                          "runs it to allow the endpoint's host.")},
    CauseText{
        ErrorKind::Tls, ErrorCause::WrongHost,
        QT_TRANSLATE_NOOP("Text::ErrorCause", "The certificate is another host's"),
        QT_TRANSLATE_NOOP("Text::ErrorCause",
                          "Something between you and the service may have answered, such as a login page "
                          "of the network; a wrong endpoint looks the same."),
        QT_TRANSLATE_NOOP("Text::ErrorCause",
                          "Open a web page to see whether the network wants a login, and check the "
                          "endpoint in the account's settings.")},
    CauseText{
        ErrorKind::Tls, ErrorCause::Expired,
        QT_TRANSLATE_NOOP("Text::ErrorCause", "The certificate has expired"),
        QT_TRANSLATE_NOOP("Text::ErrorCause", "By this computer's clock its time is over."),
        QT_TRANSLATE_NOOP("Text::ErrorCause",
                          "Check this computer's date. If it is right, whoever runs the other side must "
                          "renew the certificate; an inspecting proxy has one of its own.")},
    CauseText{
        ErrorKind::Tls, ErrorCause::NotYetValid,
        QT_TRANSLATE_NOOP("Text::ErrorCause", "The certificate is not valid yet"),
        QT_TRANSLATE_NOOP("Text::ErrorCause",
                          "By this computer's clock its time has not begun. Mostly that clock is "
                          "behind."),
        QT_TRANSLATE_NOOP("Text::ErrorCause", "Set this computer's date and time right, and try again.")},
    CauseText{ErrorKind::Tls, ErrorCause::SelfSigned,
              QT_TRANSLATE_NOOP("Text::ErrorCause", "The certificate vouches for itself alone"),
              QT_TRANSLATE_NOOP("Text::ErrorCause",
                                "Anybody can make such a certificate: it does not prove who answered. The "
                                "service has none like it."),
              QT_TRANSLATE_NOOP("Text::ErrorCause",
                                "For a server of your own, name its certificate as the account's CA file. "
                                "Otherwise somebody may be in between: use another network.")},
    CauseText{
        ErrorKind::Tls, ErrorCause::UnknownIssuer,
        QT_TRANSLATE_NOOP("Text::ErrorCause", "The certificate's issuer is not trusted"),
        QT_TRANSLATE_NOOP("Text::ErrorCause",
                          "No authority that this computer trusts vouches for it. Networks that inspect "
                          "connections look like this, and so does an attack."),
        QT_TRANSLATE_NOOP("Text::ErrorCause",
                          "If your network inspects connections, ask its administrator for the CA file "
                          "and name it in the settings of the account or the network.")},
    CauseText{
        ErrorKind::Tls, ErrorCause::Handshake,
        QT_TRANSLATE_NOOP("Text::ErrorCause", "No encryption could be agreed on"),
        QT_TRANSLATE_NOOP("Text::ErrorCause",
                          "The other side speaks no TLS, or none of version 1.2 and later. Older versions "
                          "are not safe and are refused."),
        QT_TRANSLATE_NOOP("Text::ErrorCause",
                          "Check host and port of the endpoint in the account's settings, and whatever "
                          "inspects connections on the way.")},
    CauseText{ErrorKind::NotJson, ErrorCause::Page,
              QT_TRANSLATE_NOOP("Text::ErrorCause", "A web page came instead of the service's answer"),
              QT_TRANSLATE_NOOP("Text::ErrorCause",
                                "Something between you and the service answered, such as a login page of the "
                                "network or a proxy."),
              QT_TRANSLATE_NOOP("Text::ErrorCause",
                                "Open a web page to see whether the network wants a login, then try again.")},
};

} // namespace

std::span<const CauseText> causeTexts()
{
    return allCauseTexts;
}

const CauseText *findCauseText(const Core::Error &error)
{
    const auto found = std::ranges::find_if(allCauseTexts, [&error](const CauseText &text) {
        return text.kind == error.kind && text.cause == error.cause;
    });
    return found == allCauseTexts.end() ? nullptr : &*found;
}

} // namespace Text
