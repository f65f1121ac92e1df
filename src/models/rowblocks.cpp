// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rowblocks.h"

namespace Models {

namespace {

constexpr size_t mostChangedBlocks = 32;

} // namespace

std::vector<RowBlock> blocksOf(const std::vector<int> &rows)
{
    std::vector<RowBlock> blocks;
    for (const int row : rows) {
        if (!blocks.empty() && blocks.back().last + 1 == row) {
            blocks.back().last = row;
        } else {
            blocks.push_back({row, row});
        }
    }
    return blocks;
}

std::vector<RowBlock> changedBlocksOf(const std::vector<int> &rows)
{
    std::vector<RowBlock> blocks = blocksOf(rows);
    if (blocks.size() > mostChangedBlocks) {
        return {{rows.front(), rows.back()}};
    }
    return blocks;
}

} // namespace Models
