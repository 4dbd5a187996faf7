// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPixmap>

namespace clientele {

class MainWindow;
struct StartChoice;

/// Shows the window, waits for its first rows or whatever stands in their place, and takes a
/// picture.
class FirstPicture final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FirstPicture)

public:
    /// The window must outlive it.
    explicit FirstPicture(MainWindow& window);

    void start(const StartChoice& choice);

Q_SIGNALS:
    void painted(); ///< the first rows
    void taken(const QPixmap& picture);

private:
    MainWindow& m_window;
    bool m_taken = false;

    void take();
};

} // namespace clientele
