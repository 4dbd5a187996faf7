// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace clientele {

/// Rows in COPY's text format (PostgreSQL manual, COPY, "Text Format"), which every engine takes
/// that has COPY. A row is its fields in order, and then endRow().
class CopyText final
{
public:
    void append(const QString& text);
    void append(const std::optional<QString>& text);
    void append(bool truth) { appendRaw(truth ? "t" : "f"); }
    void append(qint64 number);
    /// Nothing in it may have to be escaped.
    void appendRaw(QByteArrayView field);
    void endRow();

    [[nodiscard]] qsizetype size() const { return m_bytes.size(); }
    /// What was written since the last time.
    [[nodiscard]] QByteArray take() { return std::exchange(m_bytes, {}); }

private:
    void separate();

    QByteArray m_bytes;
    bool m_within = false; ///< a row has begun
};

} // namespace clientele
