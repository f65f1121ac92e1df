// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/badweather.h"

#include <atomic>
#include <cerrno>
#include <cstring>

#include <dlfcn.h>
#include <netdb.h>
#include <sys/socket.h>

namespace {

std::atomic<int> failingLookups = 0;
std::atomic<int> failingConnections = 0;

//! True as often as was ordered.
bool takeOne(std::atomic<int> &count)
{
    int left = count;
    while (left > 0 && !count.compare_exchange_weak(left, left - 1)) { }
    return left > 0;
}

template <typename Function> Function next(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

} // namespace

namespace TestSupport::BadWeather {

void failLookups(int count)
{
    failingLookups = count;
}

void failConnections(int count)
{
    failingConnections = count;
}

} // namespace TestSupport::BadWeather

extern "C" int getaddrinfo(const char *node, const char *service, const addrinfo *hints, addrinfo **result)
{
    static const auto real = next<decltype(&getaddrinfo)>("getaddrinfo");
    if (node == nullptr || std::strstr(node, TestSupport::BadWeather::domain) == nullptr) {
        return real(node, service, hints, result);
    }
    return takeOne(failingLookups) ? EAI_AGAIN : real("127.0.0.1", service, hints, result);
}

extern "C" int connect(int descriptor, const sockaddr *address, socklen_t length)
{
    static const auto real = next<decltype(&connect)>("connect");
    if ((address->sa_family == AF_INET || address->sa_family == AF_INET6) && takeOne(failingConnections)) {
        errno = ENETUNREACH;
        return -1;
    }
    return real(descriptor, address, length);
}
