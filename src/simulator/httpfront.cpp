// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/httpfront.h"

#include "simulator/growingpool.h"

#include <httplib.h>
#ifndef Q_OS_WIN
#include <sys/socket.h>
#endif

#include <chrono>
#include <thread>

namespace Simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostConnections = 1024;
constexpr std::size_t mostPayload = 11 * 1024 * 1024; // the service refuses 10 MiB itself, with a code
constexpr time_t idleConnectionS = 60; // as the real service

//! Our pool behind the library's interface.
class PoolQueue final : public httplib::TaskQueue
{
public:
    void enqueue(std::function<void()> job) override { m_pool.enqueue(std::move(job)); }
    void shutdown() override { m_pool.shutdown(); }

private:
    GrowingPool m_pool{mostConnections};
};

//! The library waits for connections with a backlog of five; more at once would have to knock again after a
//! second.
class PatientServer final : public httplib::Server
{
public:
    void widenBacklog() { ::listen(svr_sock_, 512); }
};

Request converted(const httplib::Request &from, const std::string &body)
{
    Request request;
    request.method = QByteArray::fromStdString(from.method);
    const QByteArray target = QByteArray::fromStdString(from.target);
    const qsizetype mark = target.indexOf('?');
    request.path = mark < 0 ? target : target.first(mark);
    request.query = mark < 0 ? QByteArray() : target.sliced(mark + 1);
    for (const auto &[name, value] : from.headers) {
        request.headers.append(
            {QByteArray::fromStdString(name).toLower(), QByteArray::fromStdString(value).trimmed()});
    }
    request.body = QByteArray::fromStdString(body);
    return request;
}

void writeAnswer(const WireAnswer &answer, bool hasBody, httplib::Response &response)
{
    response.status = answer.status;
    if (answer.body.isEmpty()) {
        response.set_content(
            "", answer.contentType.toStdString()); // a provider of nothing would be asked for ever
    } else {
        // The library leaves a provider's body alone. Plain content it would compress for who accepts that,
        // and a fault's bytes must arrive as they are.
        response.set_content_provider(
            static_cast<std::size_t>(answer.body.size()), answer.contentType.toStdString(),
            [body = answer.body](std::size_t offset, std::size_t length, httplib::DataSink &sink) {
                return sink.write(body.constData() + offset, length);
            });
    }
    if (!answer.date.isEmpty()) {
        response.set_header("Date", answer.date.toStdString());
    }
    if (!answer.location.isEmpty()) {
        response.set_header("Location", answer.location.toStdString());
    }
    response.set_header(wireHeader, wireInstruction(answer, hasBody ? answer.body.size() : 0).toStdString());
}

} // namespace

QByteArray wireInstruction(const WireAnswer &answer, qsizetype bodyLength)
{
    return QByteArray::number(static_cast<int>(answer.fault)) + ' ' + QByteArray::number(answer.delayMs) + ' '
        + QByteArray::number(answer.dripMs) + ' ' + QByteArray::number(bodyLength);
}

WireAnswer readWireInstruction(QByteArrayView value, qsizetype &bodyLength)
{
    WireAnswer answer;
    const QList<QByteArray> numbers = value.trimmed().toByteArray().split(' ');
    if (numbers.size() == 4) {
        answer.fault = static_cast<WireFault>(numbers.at(0).toInt());
        answer.delayMs = numbers.at(1).toInt();
        answer.dripMs = numbers.at(2).toInt();
        bodyLength = numbers.at(3).toLongLong();
    }
    return answer;
}

class HttpFront::Private
{
public:
    explicit Private(Handler handle)
        : m_handle(std::move(handle))
    {
        m_server.new_task_queue = [] { return new PoolQueue; };
        m_server.set_tcp_nodelay(true);
        m_server.set_keep_alive_max_count(100'000'000);
        m_server.set_keep_alive_timeout(idleConnectionS);
        m_server.set_payload_max_length(mostPayload);
        const auto plain = [this](const httplib::Request &request, httplib::Response &response) {
            answer(request, request.body, response);
        };
        // With a reader of our own a form's body is not held to the library's 8 KiB.
        const auto reading = [this](const httplib::Request &request, httplib::Response &response,
                                    const httplib::ContentReader &read) {
            std::string body;
            const auto append = [&body](const char *data, std::size_t size) {
                body.append(data, size);
                return true;
            };
            if (request.is_multipart_form_data()) {
                read([](const httplib::MultipartFormData &) { return true; }, append);
            } else {
                read(append);
            }
            answer(request, body, response);
        };
        m_server.Get(".*", plain);
        m_server.Options(".*", plain);
        m_server.Post(".*", reading);
        m_server.Put(".*", reading);
        m_server.Patch(".*", reading);
        m_server.Delete(".*", plain);
    }

    void answer(const httplib::Request &request, const std::string &body, httplib::Response &response)
    {
        const WireAnswer made = m_handle(converted(request, body), static_cast<quint16>(request.remote_port));
        writeAnswer(made, request.method != "HEAD", response);
    }

    Handler m_handle;
    PatientServer m_server;
    std::thread m_thread;
};

HttpFront::HttpFront(Handler handle)
    : m_private(std::make_unique<Private>(std::move(handle)))
{
}

HttpFront::~HttpFront()
{
    stop();
}

Core::Result<quint16> HttpFront::start()
{
    const int port = m_private->m_server.bind_to_any_port("127.0.0.1");
    if (port <= 0) {
        return Core::failure(Core::Error::of(Core::ErrorKind::Network, u"no free loopback port"_s));
    }
    m_private->m_server.widenBacklog();
    m_private->m_thread = std::thread([server = &m_private->m_server] { server->listen_after_bind(); });
    // stop() does nothing before the library's loop runs; wait for it, a few microseconds.
    while (!m_private->m_server.is_running()) {
        std::this_thread::sleep_for(std::chrono::microseconds(50));
    }
    return static_cast<quint16>(port);
}

void HttpFront::stop()
{
    if (m_private->m_thread.joinable()) {
        m_private->m_server.stop();
        m_private->m_thread.join();
    }
}

} // namespace Simulator
