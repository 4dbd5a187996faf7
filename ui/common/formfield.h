// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace clientele {

/// A label, a line to type in, and under it the reason why it is refused, or a hint.
class FormField final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FormField)

public:
    enum class Verdict
    {
        None,
        Ok,
        Warning,
        Refused
    };

    FormField(const QString& label, const QString& objectName, QWidget* parent);

    [[nodiscard]] QLineEdit* edit() const { return m_edit; }
    [[nodiscard]] QString text() const;
    /// Without moving the cursor where the text is the same already.
    void setText(const QString& text);

    /// The note takes no room where it is empty.
    void setNote(Verdict verdict, const QString& note);
    [[nodiscard]] Verdict verdict() const { return m_verdict; }
    [[nodiscard]] QString note() const;
    void setChangedMark(bool changed);

private:
    QLineEdit* m_edit;
    QLabel* m_note;
    Verdict m_verdict = Verdict::None;
};

} // namespace clientele
