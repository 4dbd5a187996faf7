// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace clientele::testing {

/// A name as somebody wrote it, what another types to find it, and what both fold to.
struct FoldCase
{
    const char* title;
    QString written;
    QString typed;
    QString folded; ///< of the one; the other's is part of it
};

/// Held against folded() and against every engine that folds by itself.
inline std::vector<FoldCase> foldCases()
{
    using namespace Qt::StringLiterals;
    return {
        {"case", u"Anna MILLER"_s, u"aNNa miller"_s, u"anna miller"_s},
        {"accents", u"Zoë Ångström Nuñez"_s, u"zoe angstrom nunez"_s, u"zoe angstrom nunez"_s},
        {"accents that are typed only", u"Zoe Muller"_s, u"Zoë Müller"_s, u"zoe muller"_s},
        {"marks apart from their letters", u"Mu\u0308ller"_s, u"m\u00fcll"_s, u"muller"_s},
        {"letters with their marks", u"M\u00fcller"_s, u"mu\u0308ll"_s, u"muller"_s},
        {"two marks in either order", u"qa\u0323\u0302z"_s, u"QA\u0302\u0323Z"_s, u"qaz"_s},
        {"Vietnamese", u"Nguyễn Thị Hồng Đào"_s, u"nguyen thi hong dao"_s,
         u"nguyen thi hong dao"_s},
        {"sharp s", u"Straße"_s, u"STRASSE"_s, u"strasse"_s},
        {"a capital sharp s", u"GROẞE"_s, u"große"_s, u"grosse"_s},
        {"Turkish i with a dot", u"İSTANBUL"_s, u"istanbul"_s, u"istanbul"_s},
        {"Turkish i without a dot", u"Işık"_s, u"isik"_s, u"isik"_s},
        {"Greek final sigma", u"Οδυσσεύς"_s, u"ΟΔΥΣΣΕΥΣ"_s, u"οδυσσευσ"_s},
        {"Greek with breathings", u"Ὀδυσσεὺς"_s, u"οδυσσευσ"_s, u"οδυσσευσ"_s},
        {"Cyrillic", u"МЕЛЬНИК Ґалаґан"_s, u"мельник ґАЛА"_s, u"мельник ґалаґан"_s},
        {"Cyrillic letters with marks", u"Фёдор Йод Київ"_s, u"федор иод киів"_s,
         u"федор иод киів"_s},
        {"Armenian", u"ԱՐՄԵՆ"_s, u"արմեն"_s, u"արմեն"_s},
        {"ae and oe", u"Ærø Œuvre"_s, u"aero oeuvre"_s, u"aero oeuvre"_s},
        {"strokes", u"Łódź Øre ĐORĐE Guðrún Ħal Ŧx"_s, u"lodz ore dorde gudrun hal tx"_s,
         u"lodz ore dorde gudrun hal tx"_s},
        {"full width", u"Ａｃｍｅ　１２"_s, u"acme 12"_s, u"acme 12"_s},
        {"full width typed", u"Acme 12"_s, u"ＡＣＭＥ　１２"_s, u"acme 12"_s},
        {"ligatures", u"ﬁne ofﬁce"_s, u"fine OFFICE"_s, u"fine office"_s},
        {"half-width kana", u"ﾀﾞｲﾔ"_s, u"ダイヤ"_s, u"タ\u3099イヤ"_s},
        {"Han", u"陈小明"_s, u"小明"_s, u"陈小明"_s},
        {"Hangul", u"김서울"_s, u"서울"_s, u"김서울"_s.normalized(QString::NormalizationForm_D)},
        {"Hebrew points", u"שָׁלוֹם כהן"_s, u"שלום"_s, u"שלום כהן"_s},
        {"Arabic marks", u"مُحَمَّد"_s, u"محمد"_s, u"محمد"_s},
        {"signs of Devanagari", u"हिन्दी"_s, u"हिन्दी"_s, u"हिन्दी"_s},
        {"past the first plane", u"𝐀𝐧𝐧𝐚 😀"_s, u"anna 😀"_s, u"anna 😀"_s},
    };
}

} // namespace clientele::testing
