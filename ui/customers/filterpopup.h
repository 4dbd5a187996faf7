// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QButtonGroup;
class QGridLayout;
class QLabel;
class QLineEdit;

namespace clientele {

class DayRange;

/// A small window that sets the filters of a search text, and says how they are typed.
class FilterPopup final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterPopup)

public:
    FilterPopup(const QString& text, QWidget* parent);

    void openBelow(QWidget* anchor);

Q_SIGNALS:
    /// The text with the filters that were changed.
    void chosen(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// Values by their filters' names.
    using Values = QList<std::pair<QString, QString>>;

    QString m_text;
    QButtonGroup* m_active;
    DayRange* m_created;
    DayRange* m_updated;
    QButtonGroup* m_phone;
    QLineEdit* m_email;
    QLabel* m_token;
    Values m_before;

    QButtonGroup* addChoice(QGridLayout* grid, const QString& title, const QStringList& choices);
    void addPart(QGridLayout* grid, const QString& title, QWidget* part);
    void readText();
    [[nodiscard]] Values values() const;
    void sayToken();
    void apply();
};

} // namespace clientele
