// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace Models {

//! Neighbouring rows, first and last included.
struct RowBlock
{
    int first;
    int last;

    [[nodiscard]] int count() const { return last - first + 1; }
    bool operator==(const RowBlock &) const = default;
};

//! Up to so many blocks that come or go are announced one by one, where they are; more are gathered first.
constexpr size_t mostBlocks = 8;

//! The contiguous blocks of `rows`, which rise strictly.
[[nodiscard]] std::vector<RowBlock> blocksOf(const std::vector<int> &rows);
//! The same for announcing changes: scattered over many blocks, they become one that covers them all, since a
//! listener pays for every announcement and next to nothing for a row that did not change after all.
[[nodiscard]] std::vector<RowBlock> changedBlocksOf(const std::vector<int> &rows);

} // namespace Models
