// SPDX-License-Identifier: GPL-3.0-or-later
// Two threads that count without a lock, one of Qt's pool and one that takes batches as the storage's and the
// settings' do: what tests/attack/tsan.sh must find before it believes that nothing else was found.
#include "core/batchworker.h"

#include <QThreadPool>

int main()
{
    int count = 0;
    Core::BatchWorker<int> worker([&count](std::vector<int> &batch) {
        for (const int job : batch) {
            count += job;
        }
    });
    QThreadPool pool;
    for (int i = 0; i < 1000; ++i) {
        worker.push(1);
        pool.start([&count] { ++count; });
    }
    pool.waitForDone();
    return count < 0 ? 1 : 0;
}
