// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <string>
#include <string_view>

namespace {

std::map<std::string, TestSupport::TestEntry::Run, std::less<>> &entries()
{
    static std::map<std::string, TestSupport::TestEntry::Run, std::less<>> all;
    return all;
}

std::string_view stem(std::string_view source)
{
    source.remove_prefix(source.find_last_of("/\\") + 1);
    return source.substr(0, source.find('.'));
}

} // namespace

TestSupport::TestEntry::TestEntry(const char *source, Run run)
{
    entries().emplace(stem(source), run);
}

//! The first argument names the test, the others are QTest's.
int main(int argc, char **argv)
{
    const auto entry = argc > 1 ? entries().find(std::string_view(argv[1])) : entries().end();
    if (entry == entries().end()) {
        std::fprintf(stderr, "usage: %s TEST [ARGUMENT OF QTEST]...\ntests:\n", argv[0]);
        for (const auto &[name, run] : entries())
            std::fprintf(stderr, "  %s\n", name.c_str());
        return 2;
    }
    std::copy(argv + 2, argv + argc + 1, argv + 1); // the closing null, too
    return entry->second(argc - 1, argv);
}
