// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QApplication;
class QImage;

namespace clientele {

class TestLog;

/// Icons, style and letters: whether they are there and leave something on a picture.
void checkDrawingOf(const QApplication& application, TestLog& log);

/// Different ones, counted up to a hundred.
int coloursIn(const QImage& picture);

} // namespace clientele
