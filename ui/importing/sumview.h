// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QList>
#include <QWidget>

class QHBoxLayout;

namespace clientele {

/// Numbers with a word each, written out as the sum that they are: 1,868 new + 12 updated = 1,880.
class SumView final : public QWidget
{
    Q_OBJECT

public:
    struct Part
    {
        QString label;
        qint64 count = 0;
        Token token = Token::Text;
    };

    explicit SumView(QWidget* parent = nullptr);

    void setSum(const QList<Part>& parts, const Part& total);

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void addPart(const Part& part);
    void addSign(const QString& sign);

    QList<Part> m_parts;
    Part m_total;
    QHBoxLayout* m_layout;
};

} // namespace clientele
