// SPDX-License-Identifier: GPL-3.0-or-later
// How the connections dialog tries a connection; the rest of it is in connectionsdialog.cpp.
#include "ui/connections/connectionsdialog.h"
#include "core/services/profileservice.h"
#include "core/services/wording.h"
#include "ui/connections/connectiontestview.h"
#include "ui/connections/engineprobeview.h"
#include "ui/connections/profileform.h"

namespace clientele {

void ConnectionsDialog::forgetTest()
{
    m_test.cancel();
    ++m_testGeneration;
    m_report->hide();
    m_engine->clear();
}

void ConnectionsDialog::test()
{
    const Profile profile = m_form->profile();
    // As the keychain knows it: by the name that is saved, for the server that is tested.
    Profile known = profile;
    known.name = m_entries[m_row].profile.name;
    const quint64 generation = ++m_testGeneration;
    m_test.cancel();
    m_report->setRunning(profile.connection.engine);
    m_engine->clear();
    whenDone(profiles::passwordFor(known, m_form->password()), this,
             [this, generation, profile](const Result<QString>& password) {
                 // Without one the report says what the server makes of that.
                 if (generation == m_testGeneration)
                     runTest(profile, password ? *password : QString());
             });
}

void ConnectionsDialog::runTest(const Profile& profile, const QString& password)
{
    const quint64 generation = m_testGeneration;
    m_test = testConnection(profile.connection, password);
    whenDone(m_test, this, [=, this](const Result<ConnectionReport>& report) {
        if (generation != m_testGeneration)
            return;
        if (report && report->passed())
            m_engine->probe(profile.connection, password);
        if (report)
            m_report->setReport(*report);
        else
            m_report->setFailed(wording::explain(report.error()));
    });
}

} // namespace clientele
