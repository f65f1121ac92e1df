#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# soak.sh CONSOLE [SECONDS]: soak.py on a display of its own; 10 minutes where no time is given.
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
exec "$here/../../packaging/withdisplay.sh" /usr/bin/python3 "$here/soak.py" "$@"
