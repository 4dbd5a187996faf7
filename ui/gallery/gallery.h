// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/gallerystate.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QTimer>

#include <memory>

class QApplication;

namespace clientele {

/// Draws every state of the program, light and dark, at 100 % and 200 %, as files named
/// NN-state-light.png, NN-state-light@2x.png and so on.
class Gallery final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Gallery)

public:
    Gallery(QApplication& application, const QString& folder, QList<GalleryState> states);
    ~Gallery() override;

    void start();

Q_SIGNALS:
    /// A picture is drawn and its window gone: what it started may end.
    void left();
    /// @p failed names the states that were not reached.
    void finished(const QStringList& failed);

private:
    QApplication& m_application;
    QString m_folder;
    QList<GalleryState> m_states;
    QStringList m_failed;
    std::unique_ptr<QWidget> m_widget;
    QTimer m_poll;
    QElapsedTimer m_waiting;
    qsizetype m_index = -1;
    bool m_dark = false;

    void next();
    void look();
    void draw();
};

} // namespace clientele
