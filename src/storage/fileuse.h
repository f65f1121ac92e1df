// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Storage {

//! Says to all others, also in this process, that the database of a directory is open: whoever renamed its
//! file now would take what is written from then on along. A lock of the kernel's on the directory itself, so
//! that it needs no file, and ends with the process however it ends. From any one thread.
class FileUse
{
public:
    //! Nothing is touched yet.
    explicit FileUse(QString directory);
    ~FileUse();
    Q_DISABLE_COPY_MOVE(FileUse)

    //! Nobody is alone from now on. Waits for who is, which lasts as long as renaming a file.
    void share();
    //! False where another shares it; one's own sharing has ended then. Otherwise who wants to share it
    //! waits. True as well where the file system knows no such locks.
    [[nodiscard]] bool takeAlone();
    void end();

private:
    [[nodiscard]] bool lock(int operation);

    QString m_directory;
    int m_file = -1; //!< the directory, where it could be opened
};

} // namespace Storage
