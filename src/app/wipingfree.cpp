// SPDX-License-Identifier: GPL-3.0-or-later
// What is freed is overwritten first, by whomever it was: Qt, the keyring's library and D-Bus hold copies of
// secrets for a moment and free them as they are. This stands in place of the C library's own free() and
// realloc() for the whole process; where the library is another, or a sanitizer has its own, nothing is
// replaced.
#include <features.h>

#if defined(__GLIBC__) && !defined(CONSOLE_SANITIZED)
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <malloc.h>

extern "C" {

void *__libc_malloc(size_t size) noexcept; // NOLINT(bugprone-reserved-identifier): glibc's names
void __libc_free(void *block) noexcept; // NOLINT(bugprone-reserved-identifier)
void *__libc_realloc(void *block, size_t size) noexcept; // NOLINT(bugprone-reserved-identifier)

void free(void *block) noexcept
{
    if (block == nullptr) {
        return;
    }
    const int error = errno; // free() keeps it, and what it calls here may not
    ::explicit_bzero(block, ::malloc_usable_size(block));
    __libc_free(block);
    errno = error;
}

void *realloc(void *block, size_t size) noexcept
{
    if (block == nullptr || size == 0) {
        if (block != nullptr) {
            free(block);
        }
        return block == nullptr ? __libc_malloc(size) : nullptr;
    }
    const size_t before = ::malloc_usable_size(block);
    if (size <= before) {
        // What is cut off is given back as it is.
        ::explicit_bzero(static_cast<char *>(block) + size, before - size);
        return __libc_realloc(block, size);
    }
    // The library's own would leave the old place as it is where it moves.
    void *const moved = __libc_malloc(size);
    if (moved != nullptr) {
        std::memcpy(moved, block, before);
        free(block);
    }
    return moved;
}
}
#endif
