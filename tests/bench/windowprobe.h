// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/book.h"

#include <QJsonObject>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace clientele {
class CustomersPage;
class JsonStore;
} // namespace clientele

namespace clientele::bench {

/// The real page of customers, off screen, used as a person would: what is measured ends with rows
/// painted. In a process of its own, so that its memory is that of the window alone.
class WindowProbe final
{
    Q_DISABLE_COPY_MOVE(WindowProbe)

public:
    struct Answers
    {
        double keyMilliseconds = 0;  ///< 95th percentile, key pressed to rows painted
        double jumpMilliseconds = 0; ///< the same for the scroll bar
        double opened = 0;           ///< MB resident with the first rows shown
        double used = 0;             ///< and after all of the searches and jumps
    };

    /// Starts this program once more and waits for it.
    static Answers run(const ConnectionSettings& book, qint64 rows);
    /// What that one does.
    static int runAsChild(const QString& url, qint64 rows);
    static QString command();

private:
    explicit WindowProbe(Book& book);
    ~WindowProbe();

    double search(const QString& text);
    double jump(int row);
    void waitFor(const std::function<bool()>& condition);

    QTemporaryDir m_folder;
    std::unique_ptr<JsonStore> m_store;
    std::unique_ptr<CustomersPage> m_page;
};

} // namespace clientele::bench
