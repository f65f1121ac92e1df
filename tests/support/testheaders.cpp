// SPDX-License-Identifier: GPL-3.0-or-later
// Headers alone: see CMakeLists.txt.
