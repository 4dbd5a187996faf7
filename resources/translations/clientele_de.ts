<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>ConnectionTest</name>
    <message>
        <source>Find the server</source>
        <translation>Server finden</translation>
    </message>
    <message>
        <source>Reach its port</source>
        <translation>Port erreichen</translation>
    </message>
    <message>
        <source>Encrypt the line</source>
        <translation>Verbindung verschlüsseln</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Find the table</source>
        <translation>Tabelle finden</translation>
    </message>
    <message>
        <source>Check the rights</source>
        <translation>Rechte prüfen</translation>
    </message>
    <message>
        <source>this machine&apos;s own server</source>
        <translation>der Server dieses Rechners</translation>
    </message>
    <message>
        <source>No server is known by the name %1 (%2).</source>
        <translation>Es ist kein Server mit dem Namen %1 bekannt (%2).</translation>
    </message>
    <message>
        <source>Check the spelling of the server&apos;s name, and whether this machine is on its network.</source>
        <translation>Prüfen Sie die Schreibweise des Servernamens und ob dieser Rechner mit dem Netzwerk des Servers verbunden ist.</translation>
    </message>
    <message>
        <source>its local socket</source>
        <translation>sein lokaler Socket</translation>
    </message>
    <message>
        <source>%1, port %2</source>
        <translation>%1, Port %2</translation>
    </message>
    <message>
        <source>%1 does not answer at port %2 (%3).</source>
        <translation>%1 antwortet nicht auf Port %2 (%3).</translation>
    </message>
    <message>
        <source>Check the port, whether the database server is running, and whether a firewall is in between.</source>
        <translation>Prüfen Sie den Port, ob der Datenbankserver läuft und ob eine Firewall dazwischen liegt.</translation>
    </message>
    <message>
        <source>The server does not offer encryption, and sslmode %1 demands it.</source>
        <translation>Der Server bietet keine Verschlüsselung an, aber sslmode %1 verlangt sie.</translation>
    </message>
    <message>
        <source>Switch TLS on at the server, or choose sslmode prefer where the network can be trusted.</source>
        <translation>Schalten Sie TLS am Server ein, oder wählen Sie sslmode prefer, wenn dem Netzwerk zu trauen ist.</translation>
    </message>
    <message>
        <source>not encrypted: the server does not offer it</source>
        <translation>nicht verschlüsselt: Der Server bietet es nicht an</translation>
    </message>
    <message>
        <source>Check sslmode and the certificates: sslrootcert names the file with the authority&apos;s.</source>
        <translation>Prüfen Sie sslmode und die Zertifikate: sslrootcert nennt die Datei mit dem Zertifikat der Zertifizierungsstelle.</translation>
    </message>
    <message>
        <source>the server offers encryption</source>
        <translation>der Server bietet Verschlüsselung an</translation>
    </message>
    <message>
        <source>not demanded</source>
        <translation>nicht verlangt</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>nicht verschlüsselt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Es gibt keine Datei %1.</translation>
    </message>
    <message>
        <source>Check the path: nothing can be made in its folder.</source>
        <translation>Prüfen Sie den Pfad: In diesem Ordner kann nichts angelegt werden.</translation>
    </message>
    <message>
        <source>%1 is not there yet; opening the book makes it</source>
        <translation>%1 gibt es noch nicht; beim Öffnen wird die Datei angelegt</translation>
    </message>
    <message>
        <source>There is no table customer yet.</source>
        <translation>Es gibt noch keine Tabelle customer.</translation>
    </message>
    <message>
        <source>Opening this book in the window offers to make it; so does &quot;clientelectl migrate upgrade&quot;.</source>
        <translation>Beim Öffnen im Fenster wird angeboten, sie anzulegen; ebenso legt „clientelectl migrate upgrade“ sie an.</translation>
    </message>
    <message>
        <source>There is a table customer, but it is something else. %1</source>
        <translation>Es gibt eine Tabelle customer, aber sie ist etwas anderes. %1</translation>
    </message>
    <message>
        <source>It is left alone. Choose another database, or another schema with the option search_path.</source>
        <translation>Sie bleibt unberührt. Wählen Sie eine andere Datenbank oder mit der Option search_path ein anderes Schema.</translation>
    </message>
    <message>
        <source>customer, used as it was found</source>
        <translation>customer, verwendet wie vorgefunden</translation>
    </message>
    <message>
        <source>customer, revision %1</source>
        <translation>customer, Revision %1</translation>
    </message>
    <message>
        <source>read and write</source>
        <translation>lesen und schreiben</translation>
    </message>
    <message>
        <source>This file can be read, but not changed.</source>
        <translation>Diese Datei kann gelesen, aber nicht geändert werden.</translation>
    </message>
    <message>
        <source>Ask for the right to write to the file and its folder, or open it as read only.</source>
        <translation>Lassen Sie sich das Schreibrecht für die Datei und ihren Ordner geben, oder öffnen Sie sie schreibgeschützt.</translation>
    </message>
    <message>
        <source>read only, as chosen</source>
        <translation>schreibgeschützt, wie gewählt</translation>
    </message>
    <message>
        <source>This user may not read the table customer.</source>
        <translation>Dieser Benutzer darf die Tabelle customer nicht lesen.</translation>
    </message>
    <message>
        <source>Ask the database&apos;s owner for: GRANT on the table to %1.</source>
        <translation>Bitten Sie den Besitzer der Datenbank um ein GRANT für die Tabelle an %1.</translation>
    </message>
    <message>
        <source>This server takes no changes: it is a standby or set to read only.</source>
        <translation>Dieser Server nimmt keine Änderungen an: Er ist ein Standby-Server oder schreibgeschützt.</translation>
    </message>
    <message>
        <source>Connect to the primary server, or mark this profile as read only.</source>
        <translation>Verbinden Sie sich mit dem primären Server, oder kennzeichnen Sie dieses Profil als schreibgeschützt.</translation>
    </message>
    <message>
        <source>add</source>
        <translation>hinzufügen</translation>
    </message>
    <message>
        <source>change</source>
        <translation>ändern</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>löschen</translation>
    </message>
    <message>
        <source>This user may read customers, but not %1 them.</source>
        <translation>Dieser Benutzer darf Kunden lesen, aber nicht %1.</translation>
    </message>
    <message>
        <source>Ask the database&apos;s owner for these rights, or mark this profile as read only.</source>
        <translation>Bitten Sie den Besitzer der Datenbank um diese Rechte, oder kennzeichnen Sie dieses Profil als schreibgeschützt.</translation>
    </message>
    <message>
        <source>read, add, change and delete</source>
        <translation>lesen, hinzufügen, ändern und löschen</translation>
    </message>
</context>
<context>
    <name>EngineProbe</name>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Zeichenkodierung</translation>
    </message>
    <message>
        <source>Collation</source>
        <translation>Sortierfolge</translation>
    </message>
    <message>
        <source>RETURNING</source>
        <translation>RETURNING</translation>
    </message>
    <message>
        <source>WITH … UPDATE</source>
        <translation>WITH … UPDATE</translation>
    </message>
    <message>
        <source>ON CONFLICT</source>
        <translation>ON CONFLICT</translation>
    </message>
    <message>
        <source>Arrays</source>
        <translation>Arrays</translation>
    </message>
    <message>
        <source>COPY</source>
        <translation>COPY</translation>
    </message>
    <message>
        <source>Temporary tables</source>
        <translation>Temporäre Tabellen</translation>
    </message>
    <message>
        <source>Savepoints</source>
        <translation>Sicherungspunkte</translation>
    </message>
    <message>
        <source>Undoing changes of tables</source>
        <translation>Tabellenänderungen zurücknehmen</translation>
    </message>
    <message>
        <source>Isolation</source>
        <translation>Isolation</translation>
    </message>
    <message>
        <source>Row locks</source>
        <translation>Zeilensperren</translation>
    </message>
    <message>
        <source>Advisory locks</source>
        <translation>Advisory Locks</translation>
    </message>
    <message>
        <source>LISTEN/NOTIFY</source>
        <translation>LISTEN/NOTIFY</translation>
    </message>
    <message>
        <source>SET LOCAL</source>
        <translation>SET LOCAL</translation>
    </message>
    <message>
        <source>Prepared statements</source>
        <translation>Vorbereitete Anweisungen</translation>
    </message>
    <message>
        <source>Index of parts of words</source>
        <translation>Index für Wortteile</translation>
    </message>
    <message>
        <source>Estimated counts</source>
        <translation>Geschätzte Anzahlen</translation>
    </message>
    <message>
        <source>Ids</source>
        <translation>IDs</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Write-ahead log</source>
        <translation>Write-Ahead-Log</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
</context>
<context>
    <name>clientele::AboutDialog</name>
    <message>
        <source>About Clientele</source>
        <translation>Über Clientele</translation>
    </message>
    <message>
        <source>Clientele %1</source>
        <translation>Clientele %1</translation>
    </message>
    <message>
        <source>Qt %1 on %2</source>
        <translation>Qt %1 unter %2</translation>
    </message>
    <message>
        <source>Book: %1</source>
        <translation>Kundenbuch: %1</translation>
    </message>
    <message>
        <source>%1, tables at revision %2</source>
        <translation>%1, Tabellen auf Revision %2</translation>
    </message>
    <message>
        <source>The line is not encrypted</source>
        <translation>Die Verbindung ist nicht verschlüsselt</translation>
    </message>
    <message>
        <source>The line is encrypted: %1</source>
        <translation>Die Verbindung ist verschlüsselt: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Your customers, in a file of your own or in a database that you share.</source>
        <translation>Ihre Kunden, in einer eigenen Datei oder in einer gemeinsamen Datenbank.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder später.</translation>
    </message>
</context>
<context>
    <name>clientele::ActivityModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Which of the book&apos;s connections, counted from 1</source>
        <translation>Welche der Verbindungen des Kundenbuchs, gezählt ab 1</translation>
    </message>
</context>
<context>
    <name>clientele::AdoptionHint</name>
    <message>
        <source>a column search_text, which the database fills by itself</source>
        <translation>eine Spalte search_text, die die Datenbank selbst füllt</translation>
    </message>
    <message>
        <source>indexes for searching and sorting</source>
        <translation>Indizes zum Suchen und Sortieren</translation>
    </message>
    <message>
        <source>a table clientele_revision, which notes what was added</source>
        <translation>eine Tabelle clientele_revision, die festhält, was hinzugefügt wurde</translation>
    </message>
    <message>
        <source>a function clientele_fold, and the extension pg_trgm where the server has it</source>
        <translation>eine Funktion clientele_fold und, wo der Server sie hat, die Erweiterung pg_trgm</translation>
    </message>
    <message>
        <source>In %1 this adds:</source>
        <translation>In %1 wird hinzugefügt:</translation>
    </message>
    <message>
        <source>No customer is changed or lost, and the table&apos;s own columns, rules and defaults stay as they are.

Other programs can go on using the table, and will see the new column. They wait while it is added; with many customers that takes a while.</source>
        <translation>Kein Kunde wird geändert oder geht verloren, und die Spalten, Regeln und Vorgaben der Tabelle bleiben, wie sie sind.

Andere Programme können die Tabelle weiter verwenden und sehen die neue Spalte. Sie warten, während sie hinzugefügt wird; bei vielen Kunden dauert das eine Weile.</translation>
    </message>
    <message>
        <source>Another program made this table, and it is used as it is. Clientele can take it over, for quick searches. Nothing in it is changed or lost.</source>
        <translation>Ein anderes Programm hat diese Tabelle angelegt, und sie wird verwendet, wie sie ist. Clientele kann sie für schnelle Suchen übernehmen. Dabei wird nichts geändert und nichts geht verloren.</translation>
    </message>
    <message>
        <source>Show the SQL…</source>
        <translation>SQL anzeigen…</translation>
    </message>
    <message>
        <source>Take over…</source>
        <translation>Übernehmen…</translation>
    </message>
    <message>
        <source>What taking over runs</source>
        <translation>Was die Übernahme ausführt</translation>
    </message>
    <message>
        <source>Take over the customer table?</source>
        <translation>Kundentabelle übernehmen?</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Taking the customer table over. With many customers this takes a while.</source>
        <translation>Die Kundentabelle wird übernommen. Bei vielen Kunden dauert das eine Weile.</translation>
    </message>
    <message>
        <source>The table was not taken over, and is used as it is.</source>
        <translation>Die Tabelle wurde nicht übernommen und wird verwendet, wie sie ist.</translation>
    </message>
    <message>
        <source>Try again…</source>
        <translation>Erneut versuchen…</translation>
    </message>
</context>
<context>
    <name>clientele::BookPages</name>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet…</translation>
    </message>
    <message>
        <source>Connections…</source>
        <translation>Verbindungen…</translation>
    </message>
    <message>
        <source>%1 could not be opened</source>
        <translation>%1 konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Type the password…</source>
        <translation>Passwort eingeben…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>Nichts ist geöffnet</translation>
    </message>
    <message>
        <source>The customer table here is something else</source>
        <translation>Die Kundentabelle hier ist etwas anderes</translation>
    </message>
    <message>
        <source>Clientele does not change tables that it did not make. Choose another database, or another schema in it.</source>
        <translation>Clientele ändert keine Tabellen, die es nicht angelegt hat. Wählen Sie eine andere Datenbank oder ein anderes Schema darin.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut nachsehen</translation>
    </message>
</context>
<context>
    <name>clientele::BookSession</name>
    <message>
        <source>The password in the keychain was refused.</source>
        <translation>Das Passwort aus dem Schlüsselbund wurde abgelehnt.</translation>
    </message>
</context>
<context>
    <name>clientele::BookSwitcher</name>
    <message>
        <source>Book: %1</source>
        <translation>Kundenbuch: %1</translation>
    </message>
    <message>
        <source>production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>%1 (production)</source>
        <translation>%1 (Produktion)</translation>
    </message>
    <message>
        <source>%1 (read only)</source>
        <translation>%1 (schreibgeschützt)</translation>
    </message>
    <message>
        <source>Manage connections…</source>
        <translation>Verbindungen verwalten…</translation>
    </message>
</context>
<context>
    <name>clientele::CheckStep</name>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln neu</numerusform>
            <numerusform>%Ln neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln update</source>
        <translation>
            <numerusform>%Ln zu aktualisieren</numerusform>
            <numerusform>%Ln zu aktualisieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unchanged</source>
        <translation>
            <numerusform>%Ln unverändert</numerusform>
            <numerusform>%Ln unverändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln duplicates</source>
        <translation>
            <numerusform>%Ln Dublette</numerusform>
            <numerusform>%Ln Dubletten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rejected</source>
        <translation>
            <numerusform>%Ln abgelehnt</numerusform>
            <numerusform>%Ln abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>What becomes of each row</source>
        <translation>Was aus jeder Zeile wird</translation>
    </message>
    <message>
        <source>Double-click a cell to mend it here, or press F2. Rejected rows are kept aside: they can be saved, mended and imported again.</source>
        <translation>Doppelklicken Sie auf eine Zelle, oder drücken Sie F2, um sie hier zu berichtigen. Abgelehnte Zeilen werden beiseitegelegt: Sie können gespeichert, berichtigt und erneut importiert werden.</translation>
    </message>
    <message>
        <source>Where a customer with this e-mail is there already:</source>
        <translation>Wenn es einen Kunden mit dieser E-Mail-Adresse schon gibt:</translation>
    </message>
    <message>
        <source>&amp;Update it</source>
        <translation>Ihn &amp;aktualisieren</translation>
    </message>
    <message>
        <source>&amp;Skip the row</source>
        <translation>Die Zeile ü&amp;berspringen</translation>
    </message>
    <message>
        <source>&amp;Reject the row</source>
        <translation>Die Zeile ab&amp;lehnen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows read</source>
        <translation>
            <numerusform>%Ln Zeile gelesen</numerusform>
            <numerusform>%Ln Zeilen gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %1 of about %Ln rows</source>
        <translation>
            <numerusform>Die ersten %1 von etwa %Ln Zeile</numerusform>
            <numerusform>Die ersten %1 von etwa %Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing is written yet</source>
        <translation>noch ist nichts geschrieben</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message numerus="yes">
        <source>Take back %n changes</source>
        <translation>
            <numerusform>%n Änderung zurücknehmen</numerusform>
            <numerusform>%n Änderungen zurücknehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Every customer of this file is in the book already, with the same values. There is nothing to import.</source>
        <translation>Jeder Kunde dieser Datei steht mit denselben Werten schon im Kundenbuch. Es gibt nichts zu importieren.</translation>
    </message>
    <message>
        <source>No row of this file would change the book.</source>
        <translation>Keine Zeile dieser Datei würde das Kundenbuch ändern.</translation>
    </message>
    <message>
        <source>Line %1 is rejected: nothing of this file would be imported.</source>
        <translation>Zeile %1 wird abgelehnt: Nichts aus dieser Datei würde importiert.</translation>
    </message>
    <message>
        <source>Line %1 is rejected: the import would end there.</source>
        <translation>Zeile %1 wird abgelehnt: Der Import würde dort enden.</translation>
    </message>
</context>
<context>
    <name>clientele::ColumnPicker</name>
    <message>
        <source>a blank</source>
        <translation>ein Leerzeichen</translation>
    </message>
    <message>
        <source>a comma</source>
        <translation>ein Komma</translation>
    </message>
    <message>
        <source>a dash</source>
        <translation>ein Bindestrich</translation>
    </message>
    <message>
        <source>a slash</source>
        <translation>ein Schrägstrich</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Join one more column to %1</source>
        <translation>Eine weitere Spalte an %1 anfügen</translation>
    </message>
    <message>
        <source>joined by</source>
        <translation>verbunden durch</translation>
    </message>
    <message>
        <source>%1 of all rows</source>
        <translation>%1 aller Zeilen</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>ja oder nein</translation>
    </message>
    <message>
        <source>for all rows</source>
        <translation>für alle Zeilen</translation>
    </message>
    <message>
        <source>What joins the columns of %1</source>
        <translation>Was die Spalten von %1 verbindet</translation>
    </message>
    <message>
        <source>Column %1 of %2</source>
        <translation>Spalte %1 von %2</translation>
    </message>
    <message>
        <source>(no column)</source>
        <translation>(keine Spalte)</translation>
    </message>
    <message>
        <source>(leave out)</source>
        <translation>(weglassen)</translation>
    </message>
    <message>
        <source>(the same for all rows)</source>
        <translation>(für alle Zeilen gleich)</translation>
    </message>
</context>
<context>
    <name>clientele::ColumnsStep</name>
    <message>
        <source>%1 is %2</source>
        <translation>%1 ist der %2</translation>
    </message>
    <message>
        <source>! Cannot be read: %1</source>
        <translation>! Nicht lesbar: %1</translation>
    </message>
    <message>
        <source>! Day and month could be either way round. Is this right?</source>
        <translation>! Tag und Monat könnten vertauscht sein. Stimmt es so?</translation>
    </message>
    <message>
        <source>✓ From %1</source>
        <translation>✓ Aus %1</translation>
    </message>
    <message>
        <source>Needed. Every customer needs a name. It can be joined from several columns, as first and last name.</source>
        <translation>Erforderlich. Jeder Kunde braucht einen Namen. Er kann aus mehreren Spalten verbunden werden, etwa Vor- und Nachname.</translation>
    </message>
    <message>
        <source>Needed. Every customer needs an e-mail address: it tells who is there already.</source>
        <translation>Erforderlich. Jeder Kunde braucht eine E-Mail-Adresse: Sie zeigt, wen es schon gibt.</translation>
    </message>
    <message>
        <source>All will be active</source>
        <translation>Alle werden aktiv</translation>
    </message>
    <message>
        <source>The moment of the import</source>
        <translation>Der Zeitpunkt des Imports</translation>
    </message>
    <message>
        <source>Left empty</source>
        <translation>Bleibt leer</translation>
    </message>
    <message>
        <source>! Write what all rows are to have</source>
        <translation>! Geben Sie ein, was alle Zeilen erhalten sollen</translation>
    </message>
    <message>
        <source>✓ All rows have this</source>
        <translation>✓ Alle Zeilen erhalten dies</translation>
    </message>
    <message>
        <source>! Empty in the first rows</source>
        <translation>! In den ersten Zeilen leer</translation>
    </message>
    <message>
        <source>Year, month, day</source>
        <translation>Jahr, Monat, Tag</translation>
    </message>
    <message>
        <source>Day, month, year</source>
        <translation>Tag, Monat, Jahr</translation>
    </message>
    <message>
        <source>Month, day, year</source>
        <translation>Monat, Tag, Jahr</translation>
    </message>
    <message>
        <source>Seconds since 1970</source>
        <translation>Sekunden seit 1970</translation>
    </message>
    <message>
        <source>Milliseconds since 1970</source>
        <translation>Millisekunden seit 1970</translation>
    </message>
    <message>
        <source>Days, as spreadsheets count</source>
        <translation>Tage, wie Tabellenkalkulationen sie zählen</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>Spalten der Datei</translation>
    </message>
    <message>
        <source>Where the customer is there already</source>
        <translation>Wenn es den Kunden schon gibt</translation>
    </message>
    <message>
        <source>What results</source>
        <translation>Was dabei herauskommt</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>Na&amp;me</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>&amp;E-Mail</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>&amp;Telefon</translation>
    </message>
    <message>
        <source>&amp;Active</source>
        <translation>&amp;Aktiv</translation>
    </message>
    <message>
        <source>C&amp;reated</source>
        <translation>E&amp;rstellt</translation>
    </message>
    <message>
        <source>Tells who it is</source>
        <translation>Zeigt, wer es ist</translation>
    </message>
    <message>
        <source>Stays as it is</source>
        <translation>Bleibt, wie es ist</translation>
    </message>
    <message>
        <source>What an update does with %1</source>
        <translation>Was eine Aktualisierung mit %1 macht</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Wird geschrieben</translation>
    </message>
    <message>
        <source>Written; empty keeps it</source>
        <translation>Wird geschrieben; leer lässt es</translation>
    </message>
    <message>
        <source>Written; empty clears it</source>
        <translation>Wird geschrieben; leer löscht es</translation>
    </message>
    <message>
        <source>How the dates are written</source>
        <translation>Wie Datumsangaben geschrieben sind</translation>
    </message>
    <message>
        <source>Texts that mean n&amp;othing</source>
        <translation>Texte, die n&amp;ichts bedeuten</translation>
    </message>
    <message>
        <source>NULL, n/a</source>
        <translation>NULL, n/a</translation>
    </message>
    <message>
        <source>Use a recipe…</source>
        <translation>Vorlage verwenden…</translation>
    </message>
    <message>
        <source>Save as a recipe…</source>
        <translation>Als Vorlage speichern…</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>Gefunden: %1</translation>
    </message>
    <message>
        <source>Every column of the file is used.</source>
        <translation>Alle Spalten der Datei werden verwendet.</translation>
    </message>
    <message>
        <source>Not imported: %1.</source>
        <translation>Nicht importiert: %1.</translation>
    </message>
    <message>
        <source>Choose a recipe</source>
        <translation>Vorlage wählen</translation>
    </message>
    <message>
        <source>Recipes (%1)</source>
        <translation>Vorlagen (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The recipe is for other files: this one has no column %1.</source>
        <translation>Die Vorlage ist für andere Dateien: In dieser fehlt %1.</translation>
    </message>
    <message>
        <source>Save as a recipe</source>
        <translation>Als Vorlage speichern</translation>
    </message>
    <message>
        <source>Saved. &quot;clientelectl import FILE --recipe %1&quot; imports such files without the window.</source>
        <translation>Gespeichert. „clientelectl import DATEI --recipe %1“ importiert solche Dateien ohne das Fenster.</translation>
    </message>
</context>
<context>
    <name>clientele::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Commands that match</source>
        <translation>Passende Befehle</translation>
    </message>
</context>
<context>
    <name>clientele::ConflictDialog</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>inaktiv</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Changed by someone else</source>
        <translation>Von jemand anderem geändert</translation>
    </message>
    <message>
        <source>%1 was changed by someone else</source>
        <translation>%1 wurde von jemand anderem geändert</translation>
    </message>
    <message>
        <source>The other change was saved %1.</source>
        <translation>Die andere Änderung wurde gespeichert: %1.</translation>
    </message>
    <message>
        <source>Choose for each field which one stays. Fields that only one of you changed are kept.</source>
        <translation>Wählen Sie für jedes Feld, welche Fassung bleibt. Felder, die nur eine Seite geändert hat, bleiben so.</translation>
    </message>
    <message>
        <source>Take all of theirs</source>
        <translation>Alle der anderen übernehmen</translation>
    </message>
    <message>
        <source>Back to editing</source>
        <translation>Zurück zum Bearbeiten</translation>
    </message>
    <message>
        <source>Save this choice</source>
        <translation>Diese Auswahl speichern</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihre Fassung</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Andere Fassung</translation>
    </message>
    <message>
        <source>%1 (kept)</source>
        <translation>%1 (bleibt)</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>Ihre Fassung</translation>
    </message>
    <message>
        <source>theirs</source>
        <translation>andere Fassung</translation>
    </message>
</context>
<context>
    <name>clientele::ConnectionBar</name>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>The connection to %1 is lost. What you see and type stays. %2</source>
        <translation>Die Verbindung zu %1 ist unterbrochen. Was Sie sehen und eingeben, bleibt erhalten. %2</translation>
    </message>
</context>
<context>
    <name>clientele::ConnectionTestView</name>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>nicht versucht</translation>
    </message>
    <message>
        <source>under 0.1 ms</source>
        <translation>unter 0,1 ms</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Test: stopped at “%1”</source>
        <translation>Test: angehalten bei „%1“</translation>
    </message>
    <message>
        <source>Test: everything works (%1)</source>
        <translation>Test: alles in Ordnung (%1)</translation>
    </message>
    <message>
        <source>Cop&amp;y as text</source>
        <translation>Als Te&amp;xt kopieren</translation>
    </message>
    <message>
        <source>without the password</source>
        <translation>ohne das Passwort</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Wird getestet…</translation>
    </message>
    <message>
        <source>Copied, without the password</source>
        <translation>Kopiert, ohne das Passwort</translation>
    </message>
</context>
<context>
    <name>clientele::ConnectionsDialog</name>
    <message>
        <source>Te&amp;st</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save and op&amp;en</source>
        <translation>Speichern und ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Op&amp;en</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <translation>%1 (Kopie)</translation>
    </message>
    <message>
        <source>“%1” has changes that are not saved.</source>
        <translation>„%1“ hat Änderungen, die nicht gespeichert sind.</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>Neue Verbindung</translation>
    </message>
    <message>
        <source>Save them before going on?</source>
        <translation>Sollen sie vorher gespeichert werden?</translation>
    </message>
    <message>
        <source>&amp;Keep editing</source>
        <translation>&amp;Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Remove the connection “%1”?</source>
        <translation>Verbindung „%1“ entfernen?</translation>
    </message>
    <message>
        <source>Its customers stay where they are.</source>
        <translation>Ihre Kunden bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
</context>
<context>
    <name>clientele::ConnectionsPage</name>
    <message>
        <source>No book is open</source>
        <translation>Kein Kundenbuch ist geöffnet</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindung wird hergestellt</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Connection lost; it is tried again by itself</source>
        <translation>Verbindung unterbrochen; neue Versuche folgen von selbst</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>as many as there is work for</source>
        <translation>so viele, wie es Arbeit gibt</translation>
    </message>
    <message>
        <source>of %1 at most</source>
        <translation>von höchstens %1</translation>
    </message>
    <message>
        <source>of %1 at most, and %2 more while there is work</source>
        <translation>von höchstens %1, und %2 weitere, solange es Arbeit gibt</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Kundenbuch</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Connections now</source>
        <translation>Verbindungen jetzt</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Beschäftigt</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>bei der Arbeit</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>open, with nothing to do</source>
        <translation>offen, ohne Arbeit</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>work that waits for a connection</source>
        <translation>Aufgaben, die auf eine Verbindung warten</translation>
    </message>
    <message>
        <source>Since the book was opened</source>
        <translation>Seit dem Öffnen des Kundenbuchs</translation>
    </message>
    <message>
        <source>Handed out</source>
        <translation>Ausgegeben</translation>
    </message>
    <message>
        <source>times that work was given a connection</source>
        <translation>so oft erhielt eine Aufgabe eine Verbindung</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Geöffnet</translation>
    </message>
    <message>
        <source>connections made</source>
        <translation>hergestellte Verbindungen</translation>
    </message>
    <message>
        <source>Not opened</source>
        <translation>Nicht geöffnet</translation>
    </message>
    <message>
        <source>tries to make one that failed</source>
        <translation>fehlgeschlagene Versuche, eine herzustellen</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>for whatever reason</source>
        <translation>aus welchem Grund auch immer</translation>
    </message>
    <message>
        <source>Replaced for age</source>
        <translation>Wegen Alters ersetzt</translation>
    </message>
    <message>
        <source>closed because they were open for long</source>
        <translation>geschlossen, weil sie lange offen waren</translation>
    </message>
    <message>
        <source>Found dead</source>
        <translation>Tot vorgefunden</translation>
    </message>
    <message>
        <source>closed because the server, or the way to it, was gone</source>
        <translation>geschlossen, weil der Server oder der Weg dorthin weg war</translation>
    </message>
    <message>
        <source>Rolled back on return</source>
        <translation>Bei Rückgabe zurückgesetzt</translation>
    </message>
    <message>
        <source>came back from work with a transaction open</source>
        <translation>kamen mit einer offenen Transaktion zurück</translation>
    </message>
    <message>
        <source>Waited in vain</source>
        <translation>Vergeblich gewartet</translation>
    </message>
    <message>
        <source>work that got no connection in time</source>
        <translation>Aufgaben, die nicht rechtzeitig eine Verbindung erhielten</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>none; the book is a file</source>
        <translation>keine; das Kundenbuch ist eine Datei</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>made by another program, used as they are</source>
        <translation>von einem anderen Programm angelegt, verwendet wie vorgefunden</translation>
    </message>
    <message>
        <source>revision %1, the newest</source>
        <translation>Revision %1, die neueste</translation>
    </message>
    <message>
        <source>revision %1; the newest is %2</source>
        <translation>Revision %1; die neueste ist %2</translation>
    </message>
    <message numerus="yes">
        <source>at work, %n of them for imports and exports</source>
        <translation>
            <numerusform>bei der Arbeit, %n davon für Importe und Exporte</numerusform>
            <numerusform>bei der Arbeit, %n davon für Importe und Exporte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clientele::CreateTablesPage</name>
    <message>
        <source>&amp;Create the tables</source>
        <translation>&amp;Tabellen anlegen</translation>
    </message>
    <message>
        <source>The SQL that will be run</source>
        <translation>Das SQL, das ausgeführt wird</translation>
    </message>
    <message>
        <source>%1 can be reached, but holds no customers yet. Clientele can make the table for customers, its indexes for searching and sorting, and a small table that remembers this schema&apos;s revision. Nothing else in the database is touched.</source>
        <translation>%1 ist erreichbar, enthält aber noch keine Kunden. Clientele kann die Tabelle für Kunden anlegen, ihre Indizes zum Suchen und Sortieren sowie eine kleine Tabelle, die sich die Revision dieses Schemas merkt. Nichts anderes in der Datenbank wird berührt.</translation>
    </message>
    <message>
        <source>This is the S&amp;QL that will be run:</source>
        <translation>Dieses S&amp;QL wird ausgeführt:</translation>
    </message>
    <message>
        <source>This database is empty</source>
        <translation>Diese Datenbank ist leer</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Wird angelegt…</translation>
    </message>
</context>
<context>
    <name>clientele::CustomerForm</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Reactivate it</source>
        <translation>Reaktivieren</translation>
    </message>
    <message>
        <source>%1 already has this address.</source>
        <translation>%1 hat diese Adresse bereits.</translation>
    </message>
    <message>
        <source>%1, who is inactive, already has this address.</source>
        <translation>%1 (inaktiv) hat diese Adresse bereits.</translation>
    </message>
    <message>
        <source>Created %1</source>
        <translation>Erstellt: %1</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <translation>Geändert: %1</translation>
    </message>
</context>
<context>
    <name>clientele::CustomerTableModel</name>
    <message>
        <source>no phone number</source>
        <translation>keine Telefonnummer</translation>
    </message>
    <message>
        <source>%1, inactive</source>
        <translation>%1, inaktiv</translation>
    </message>
    <message>
        <source>%1, unsaved changes</source>
        <translation>%1, ungespeicherte Änderungen</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>wird geladen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
</context>
<context>
    <name>clientele::CustomerTableView</name>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
</context>
<context>
    <name>clientele::CustomersPage</name>
    <message>
        <source>The saved views could not be read or written: %1 What was in the way is kept as %2.</source>
        <translation>Die gespeicherten Ansichten konnten nicht gelesen oder geschrieben werden: %1 Was im Weg war, liegt nun in %2.</translation>
    </message>
    <message>
        <source>Clientele has taken the customer table over.</source>
        <translation>Clientele hat die Kundentabelle übernommen.</translation>
    </message>
    <message>
        <source>%1 was deleted by someone else. What you typed is kept here.</source>
        <translation>%1 wurde von jemand anderem gelöscht. Ihre Eingaben bleiben hier erhalten.</translation>
    </message>
    <message>
        <source>Create it anew</source>
        <translation>Neu anlegen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers have changes from last time that are not saved yet.</source>
        <translation>
            <numerusform>%Ln Kunde hat Änderungen vom letzten Mal, die noch nicht gespeichert sind.</numerusform>
            <numerusform>%Ln Kunden haben Änderungen vom letzten Mal, die noch nicht gespeichert sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>This book is read only.</source>
        <translation>Dieses Kundenbuch ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>Not saved, because there is no connection. What you typed is kept, and can be saved once the connection is back.</source>
        <translation>Nicht gespeichert, weil keine Verbindung besteht. Ihre Eingaben bleiben erhalten und können gespeichert werden, sobald die Verbindung wieder da ist.</translation>
    </message>
    <message>
        <source>What you typed is kept.</source>
        <translation>Ihre Eingaben bleiben erhalten.</translation>
    </message>
    <message>
        <source>Not saved. What you typed is kept.</source>
        <translation>Nicht gespeichert. Ihre Eingaben bleiben erhalten.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The connection is back. What you typed is not saved yet.</source>
        <translation>Die Verbindung ist wieder da. Ihre Eingaben sind noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message numerus="yes">
        <source>Added %Ln sample customers.</source>
        <translation>
            <numerusform>%Ln Beispielkunde hinzugefügt.</numerusform>
            <numerusform>%Ln Beispielkunden hinzugefügt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
    <message>
        <source>An estimate: they are still being counted.</source>
        <translation>Eine Schätzung: Die Kunden werden noch gezählt.</translation>
    </message>
    <message>
        <source>No customers yet</source>
        <translation>Noch keine Kunden</translation>
    </message>
    <message numerus="yes">
        <source>about %Ln customers</source>
        <translation>
            <numerusform>etwa %Ln Kunde</numerusform>
            <numerusform>etwa %Ln Kunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers</source>
        <translation>
            <numerusform>%Ln Kunde</numerusform>
            <numerusform>%Ln Kunden</numerusform>
        </translation>
    </message>
    <message>
        <source>about %1 of %2</source>
        <translation>etwa %1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>about %Ln found</source>
        <translation>
            <numerusform>etwa %Ln gefunden</numerusform>
            <numerusform>etwa %Ln gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln gefunden</numerusform>
            <numerusform>%Ln gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>Niemand gefunden</translation>
    </message>
    <message>
        <source>No customer matches “%1” in name, e-mail or phone.</source>
        <translation>Kein Kunde passt mit Name, E-Mail oder Telefon zu „%1“.</translation>
    </message>
    <message>
        <source>No customer matches these filters.</source>
        <translation>Kein Kunde passt zu diesen Filtern.</translation>
    </message>
    <message>
        <source>No customer matches “%1” with these filters.</source>
        <translation>Kein Kunde passt mit diesen Filtern zu „%1“.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>„%1“ entfernen</translation>
    </message>
    <message>
        <source>Search inactive too (%1)</source>
        <translation>Auch inaktive durchsuchen (%1)</translation>
    </message>
    <message>
        <source>Search active too (%1)</source>
        <translation>Auch aktive durchsuchen (%1)</translation>
    </message>
</context>
<context>
    <name>clientele::DayRange</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>%1 today</source>
        <translation>%1 heute</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>%1 in the last 7 days</source>
        <translation>%1 in den letzten 7 Tagen</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>%1 in the last 30 days</source>
        <translation>%1 in den letzten 30 Tagen</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Dieses Jahr</translation>
    </message>
    <message>
        <source>%1 this year</source>
        <translation>%1 in diesem Jahr</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>%1 from</source>
        <translation>%1 ab</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>%1 until</source>
        <translation>%1 bis</translation>
    </message>
</context>
<context>
    <name>clientele::DetailsPanel</name>
    <message>
        <source>Close the details</source>
        <translation>Details schließen</translation>
    </message>
    <message>
        <source>Choose a customer to see the details here.</source>
        <translation>Wählen Sie einen Kunden, um hier seine Details zu sehen.</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Reaktivieren</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>Endgültig löschen…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Every customer that matches is selected, on the screen or not.</source>
        <translation>Alle passenden Kunden sind ausgewählt, ob sichtbar oder nicht.</translation>
    </message>
    <message>
        <source>What you choose here is done with all of them.</source>
        <translation>Was Sie hier wählen, geschieht mit allen.</translation>
    </message>
    <message>
        <source>All that match</source>
        <translation>Alle passenden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers selected</source>
        <translation>
            <numerusform>%Ln Kunde ausgewählt</numerusform>
            <numerusform>%Ln Kunden ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Neuer Kunde</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Kein Name</translation>
    </message>
</context>
<context>
    <name>clientele::DiagnosticsDialog</name>
    <message>
        <source>&amp;Pause</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Leeren</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Connectio&amp;ns</source>
        <translation>&amp;Verbindungen</translation>
    </message>
    <message>
        <source>Lo&amp;g</source>
        <translation>&amp;Protokoll</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>As text with tabs: the rows that are selected, or all that are shown</source>
        <translation>Als Text mit Tabulatoren: die ausgewählten Zeilen oder alle angezeigten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
</context>
<context>
    <name>clientele::EditController</name>
    <message>
        <source>Created %1.</source>
        <translation>%1 angelegt.</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 gespeichert.</translation>
    </message>
    <message>
        <source>They were active already.</source>
        <translation>Sie waren schon aktiv.</translation>
    </message>
    <message>
        <source>They were inactive already.</source>
        <translation>Sie waren schon inaktiv.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers</source>
        <translation>
            <numerusform>%Ln Kunde</numerusform>
            <numerusform>%Ln Kunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Restored %1.</source>
        <translation>%1 reaktiviert.</translation>
    </message>
    <message>
        <source>Deactivated %1.</source>
        <translation>%1 deaktiviert.</translation>
    </message>
    <message>
        <source>Deleted %1.</source>
        <translation>%1 gelöscht.</translation>
    </message>
    <message>
        <source>%1 was changed by someone else since: nothing was undone.</source>
        <translation>%1 wurde inzwischen von jemand anderem geändert: Nichts wurde rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Rückgängig gemacht: %1</translation>
    </message>
</context>
<context>
    <name>clientele::EmptyBookPage</name>
    <message>
        <source>Who are your customers?</source>
        <translation>Wer sind Ihre Kunden?</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Datei importieren</translation>
    </message>
    <message>
        <source>CSV, from any program. Drop it anywhere on this window.</source>
        <translation>CSV, aus beliebigen Programmen. Ziehen Sie sie einfach auf dieses Fenster.</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Neuer Kunde</translation>
    </message>
    <message>
        <source>Type the first one in. Ctrl+N</source>
        <translation>Geben Sie den ersten ein. Strg+N</translation>
    </message>
    <message>
        <source>Sample customers</source>
        <translation>Beispielkunden</translation>
    </message>
    <message>
        <source>500 made-up people to play with. Undo removes them.</source>
        <translation>500 erfundene Personen zum Ausprobieren. „Rückgängig“ entfernt sie.</translation>
    </message>
    <message>
        <source>Connect to a server</source>
        <translation>Mit einem Server verbinden</translation>
    </message>
    <message>
        <source>PostgreSQL, or a database that speaks its language.</source>
        <translation>PostgreSQL oder eine Datenbank, die dessen Sprache spricht.</translation>
    </message>
    <message>
        <source>This book is one file on this computer. Nothing is sent anywhere.</source>
        <translation>Dieses Kundenbuch ist eine Datei auf diesem Computer. Nichts wird irgendwohin gesendet.</translation>
    </message>
    <message>
        <source>This book is a database that others may see too.</source>
        <translation>Dieses Kundenbuch ist eine Datenbank, die auch andere sehen können.</translation>
    </message>
    <message>
        <source>This book is read only.</source>
        <translation>Dieses Kundenbuch ist schreibgeschützt.</translation>
    </message>
</context>
<context>
    <name>clientele::EngineProbeView</name>
    <message>
        <source>What this engine can do</source>
        <translation>Was dieses System kann</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>▾ What this engine can do</source>
        <translation>▾ Was dieses System kann</translation>
    </message>
    <message>
        <source>▸ What this engine can do</source>
        <translation>▸ Was dieses System kann</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>aufgeklappt</translation>
    </message>
    <message>
        <source>folded away</source>
        <translation>zugeklappt</translation>
    </message>
</context>
<context>
    <name>clientele::ExportChoices</name>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>For spreadsheets and address books. Can be imported again.</source>
        <translation>Für Tabellenkalkulationen und Adressbücher. Lässt sich wieder importieren.</translation>
    </message>
    <message>
        <source>TSV</source>
        <translation>TSV</translation>
    </message>
    <message>
        <source>The same with tabs between the columns. Can be imported again.</source>
        <translation>Dasselbe mit Tabulatoren zwischen den Spalten. Lässt sich wieder importieren.</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>One list of all customers, for programs. Can be imported again.</source>
        <translation>Eine Liste aller Kunden, für Programme. Lässt sich wieder importieren.</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>One customer a line, for programs that read as they go. Can be imported again.</source>
        <translation>Ein Kunde je Zeile, für Programme, die fortlaufend lesen. Lässt sich wieder importieren.</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel-Arbeitsmappe</translation>
    </message>
    <message>
        <source>XLSX, for Excel and LibreOffice, with dates in UTC. Past 1,048,575 customers it goes on in further sheets.</source>
        <translation>XLSX, für Excel und LibreOffice, mit Datumsangaben in UTC. Ab 1.048.575 Kunden geht es auf weiteren Blättern weiter.</translation>
    </message>
    <message>
        <source>vCard</source>
        <translation>vCard</translation>
    </message>
    <message>
        <source>Version 4.0, for address books: name, e-mail and phone.</source>
        <translation>Version 4.0, für Adressbücher: Name, E-Mail und Telefon.</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>A table to be put into a text.</source>
        <translation>Eine Tabelle für einen Text.</translation>
    </message>
    <message>
        <source>All &amp;columns</source>
        <translation>Alle &amp;Spalten</translation>
    </message>
    <message>
        <source>&amp;Pack the file by gzip</source>
        <translation>Datei mit gzi&amp;p packen</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>&amp;All customers of the book</source>
        <translation>&amp;Alle Kunden des Kundenbuchs</translation>
    </message>
    <message numerus="yes">
        <source>&amp;All %Ln customers of the book</source>
        <translation>
            <numerusform>&amp;Alles im Kundenbuch: %Ln Kunde</numerusform>
            <numerusform>&amp;Alle %Ln Kunden des Kundenbuchs</numerusform>
        </translation>
    </message>
    <message>
        <source>Those that the table sho&amp;ws now</source>
        <translation>Die in der Tabelle an&amp;gezeigten</translation>
    </message>
    <message numerus="yes">
        <source>The %Ln that the table sho&amp;ws now</source>
        <translation>
            <numerusform>Den einen in der Tabelle an&amp;gezeigten</numerusform>
            <numerusform>Die %Ln in der Tabelle an&amp;gezeigten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln that are selecte&amp;d</source>
        <translation>
            <numerusform>Den einen ausge&amp;wählten</numerusform>
            <numerusform>Die %Ln ausge&amp;wählten</numerusform>
        </translation>
    </message>
    <message>
        <source>Th&amp;ose of the table: %1</source>
        <translation>&amp;Die der Tabelle: %1</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Forma&amp;t</source>
        <translation>&amp;Format</translation>
    </message>
</context>
<context>
    <name>clientele::ExportDialog</name>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>Im Ordner an&amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Export customers</source>
        <translation>Kunden exportieren</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>You can close this window and go on working: the status bar shows how far the export is.</source>
        <translation>Sie können dieses Fenster schließen und weiterarbeiten: Die Statusleiste zeigt, wie weit der Export ist.</translation>
    </message>
    <message>
        <source>%1 files (*.%2)</source>
        <translation>%1-Dateien (*.%2)</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>%1 wird geschrieben</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>Export abbrechen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>No file was written</source>
        <translation>Es wurde keine Datei geschrieben</translation>
    </message>
</context>
<context>
    <name>clientele::ExportJob</name>
    <message>
        <source>standard output</source>
        <translation>Standardausgabe</translation>
    </message>
</context>
<context>
    <name>clientele::ExportLayoutForm</name>
    <message>
        <source>Columns are &amp;separated by</source>
        <translation>Spalten sind getrennt d&amp;urch</translation>
    </message>
    <message>
        <source>Keep spreadsheets from running &amp;formulas</source>
        <translation>Fo&amp;rmeln vor dem Ausführen in Tabellenkalkulationen schützen</translation>
    </message>
    <message>
        <source>Byte order &amp;mark, by which Excel knows accented letters</source>
        <translation>B&amp;yte-Order-Mark, an dem Excel Umlaute und Akzente erkennt</translation>
    </message>
    <message>
        <source>Comma  ,</source>
        <translation>Komma  ,</translation>
    </message>
    <message>
        <source>Semicolon  ;</source>
        <translation>Semikolon  ;</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Bar  |</source>
        <translation>Senkrechter Strich  |</translation>
    </message>
    <message>
        <source>Where they are needed</source>
        <translation>Wo nötig</translation>
    </message>
    <message>
        <source>Around everything</source>
        <translation>Um alles</translation>
    </message>
    <message>
        <source>LF, as on Linux and macOS</source>
        <translation>LF, wie unter Linux und macOS</translation>
    </message>
    <message>
        <source>CR LF, as on Windows</source>
        <translation>CR LF, wie unter Windows</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>&amp;Quotes</source>
        <translation>A&amp;nführungszeichen</translation>
    </message>
    <message>
        <source>A missing phone &amp;number is written as</source>
        <translation>Fehlende &amp;Telefonnummer als</translation>
    </message>
    <message>
        <source>&amp;Lines end with</source>
        <translation>&amp;Zeilen enden mit</translation>
    </message>
    <message>
        <source>An apostrophe is put before texts that look like formulas. Importing takes it away again.</source>
        <translation>Texten, die wie Formeln aussehen, wird ein Apostroph vorangestellt. Beim Import wird er wieder entfernt.</translation>
    </message>
    <message>
        <source>What stands for a missing number can hold no quotes, tabs or separators.</source>
        <translation>Was für eine fehlende Nummer steht, darf keine Anführungszeichen, Tabulatoren oder Trennzeichen enthalten.</translation>
    </message>
</context>
<context>
    <name>clientele::FileStep</name>
    <message>
        <source>Choose a &amp;file…</source>
        <translation>&amp;Datei wählen…</translation>
    </message>
    <message>
        <source>&amp;Paste rows</source>
        <translation>Zeilen ein&amp;fügen</translation>
    </message>
    <message numerus="yes">
        <source>The import of %1 of %2 was cut off after %Ln rows. %3</source>
        <translation>
            <numerusform>Der Import von %1 (%2) wurde nach %Ln Zeile unterbrochen. %3</numerusform>
            <numerusform>Der Import von %1 (%2) wurde nach %Ln Zeilen unterbrochen. %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The import of %1 of %2 was cut off after %Ln rows.</source>
        <translation>
            <numerusform>Der Import von %1 (%2) wurde nach %Ln Zeile unterbrochen.</numerusform>
            <numerusform>Der Import von %1 (%2) wurde nach %Ln Zeilen unterbrochen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Drop a CSV or JSON file here</source>
        <translation>Ziehen Sie eine CSV- oder JSON-Datei hierher</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen…</translation>
    </message>
    <message>
        <source>CSV is what spreadsheets and address books save or export as text. You see what will happen before anything is written. Packed files (.gz) are read as they are.</source>
        <translation>CSV ist, was Tabellenkalkulationen und Adressbücher als Text speichern oder exportieren. Sie sehen, was geschehen wird, bevor etwas geschrieben wird. Gepackte Dateien (.gz) werden direkt gelesen.</translation>
    </message>
    <message>
        <source>Drop another file here to import that one instead.</source>
        <translation>Ziehen Sie eine andere Datei hierher, um stattdessen diese zu importieren.</translation>
    </message>
    <message>
        <source>Choose a file to import</source>
        <translation>Datei zum Importieren wählen</translation>
    </message>
    <message>
        <source>Lists of customers (%1)</source>
        <translation>Kundenlisten (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Next of %1</source>
        <translation>Nächster von %1</translation>
    </message>
</context>
<context>
    <name>clientele::FilterBar</name>
    <message>
        <source>sorted without an index</source>
        <translation>ohne Index sortiert</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktive</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inaktive</translation>
    </message>
</context>
<context>
    <name>clientele::FilterChips</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Add a filter</source>
        <translation>Filter hinzufügen</translation>
    </message>
    <message>
        <source>Add or change filters</source>
        <translation>Filter hinzufügen oder ändern</translation>
    </message>
    <message>
        <source>Remove the filter %1</source>
        <translation>Filter %1 entfernen</translation>
    </message>
    <message>
        <source>%1
Typed: %2
Click to remove it</source>
        <translation>%1
Getippt: %2
Zum Entfernen klicken</translation>
    </message>
    <message numerus="yes">
        <source>%n more filters</source>
        <translation>
            <numerusform>%n weiterer Filter</numerusform>
            <numerusform>%n weitere Filter</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>clientele::FilterPopup</name>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>E-mail contains</source>
        <translation>E-Mail enthält</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktive</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inaktive</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>With a number</source>
        <translation>Mit Nummer</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>Ohne</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>Getippt</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Each of these can be typed in the search field, too: choose one to see how.</source>
        <translation>All das lässt sich auch ins Suchfeld tippen: Wählen Sie etwas aus, um zu sehen, wie.</translation>
    </message>
</context>
<context>
    <name>clientele::FormatStep</name>
    <message>
        <source>Unicode (UTF-8)</source>
        <translation>Unicode (UTF-8)</translation>
    </message>
    <message>
        <source>Western European (Windows-1252)</source>
        <translation>Westeuropäisch (Windows-1252)</translation>
    </message>
    <message>
        <source>Unicode (UTF-16, little-endian)</source>
        <translation>Unicode (UTF-16, Little-Endian)</translation>
    </message>
    <message>
        <source>Unicode (UTF-16, big-endian)</source>
        <translation>Unicode (UTF-16, Big-Endian)</translation>
    </message>
    <message>
        <source>Western European (ISO 8859-1)</source>
        <translation>Westeuropäisch (ISO 8859-1)</translation>
    </message>
    <message>
        <source>Western European (ISO 8859-15)</source>
        <translation>Westeuropäisch (ISO 8859-15)</translation>
    </message>
    <message>
        <source>Central European (Windows-1250)</source>
        <translation>Mitteleuropäisch (Windows-1250)</translation>
    </message>
    <message>
        <source>Cyrillic (Windows-1251)</source>
        <translation>Kyrillisch (Windows-1251)</translation>
    </message>
    <message>
        <source>Greek (Windows-1253)</source>
        <translation>Griechisch (Windows-1253)</translation>
    </message>
    <message>
        <source>Turkish (Windows-1254)</source>
        <translation>Türkisch (Windows-1254)</translation>
    </message>
    <message>
        <source>Japanese (Shift JIS)</source>
        <translation>Japanisch (Shift JIS)</translation>
    </message>
    <message>
        <source>Chinese (GB 18030)</source>
        <translation>Chinesisch (GB 18030)</translation>
    </message>
    <message>
        <source>Chinese (Big5)</source>
        <translation>Chinesisch (Big5)</translation>
    </message>
    <message>
        <source>Korean (EUC-KR)</source>
        <translation>Koreanisch (EUC-KR)</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>senkrechter Strich</translation>
    </message>
    <message>
        <source>The first row names the &amp;columns</source>
        <translation>Die erste Zeile nennt die &amp;Spalten</translation>
    </message>
    <message>
        <source>A backslash stands before quotes &amp;within values</source>
        <translation>Ein Bac&amp;kslash steht vor Anführungszeichen in Werten</translation>
    </message>
    <message>
        <source>The first rows of the file</source>
        <translation>Die ersten Zeilen der Datei</translation>
    </message>
    <message>
        <source>Columns are &amp;separated by</source>
        <translation>Spalten sind &amp;getrennt durch</translation>
    </message>
    <message>
        <source>Values are &amp;quoted by</source>
        <translation>Werte stehen &amp;in</translation>
    </message>
    <message>
        <source>&amp;Kind of file</source>
        <translation>Art der &amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Encoding of the letters</source>
        <translation>Zei&amp;chenkodierung</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Comma  ,</source>
        <translation>Komma  ,</translation>
    </message>
    <message>
        <source>Semicolon  ;</source>
        <translation>Semikolon  ;</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Bar  |</source>
        <translation>Senkrechter Strich  |</translation>
    </message>
    <message>
        <source>Double quotes  &quot;</source>
        <translation>Doppelten Anführungszeichen  &quot;</translation>
    </message>
    <message>
        <source>Single quotes  &apos;</source>
        <translation>Einfachen Anführungszeichen  &apos;</translation>
    </message>
    <message>
        <source>Read this way the file has a single column. Is another character between the columns?</source>
        <translation>So gelesen hat die Datei eine einzige Spalte. Steht ein anderes Zeichen zwischen den Spalten?</translation>
    </message>
    <message>
        <source>The first row looks like a customer, not like names of columns. The columns are numbered instead.</source>
        <translation>Die erste Zeile sieht nach einem Kunden aus, nicht nach Spaltennamen. Die Spalten werden stattdessen nummeriert.</translation>
    </message>
    <message numerus="yes">
        <source>The first rows, in %n columns. If letters look wrong, choose another encoding.</source>
        <translation>
            <numerusform>Die ersten Zeilen, in %n Spalte. Wenn Buchstaben falsch aussehen, wählen Sie eine andere Zeichenkodierung.</numerusform>
            <numerusform>Die ersten Zeilen, in %n Spalten. Wenn Buchstaben falsch aussehen, wählen Sie eine andere Zeichenkodierung.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clientele::HelpDialog</name>
    <message>
        <source>Keys and help</source>
        <translation>Tasten und Hilfe</translation>
    </message>
    <message>
        <source>From the search to the table</source>
        <translation>Von der Suche in die Tabelle</translation>
    </message>
    <message>
        <source>Enter or Down</source>
        <translation>Eingabetaste oder Pfeil nach unten</translation>
    </message>
    <message>
        <source>Open the details of a row</source>
        <translation>Details einer Zeile öffnen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabetaste</translation>
    </message>
    <message>
        <source>Back to the table</source>
        <translation>Zurück zur Tabelle</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Edit a cell</source>
        <translation>Zelle bearbeiten</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>Sort by a column; by a second one too</source>
        <translation>Nach einer Spalte sortieren; auch nach einer zweiten</translation>
    </message>
    <message>
        <source>Click; Shift+Click</source>
        <translation>Klick; Umschalt+Klick</translation>
    </message>
    <message>
        <source>Remove a filter</source>
        <translation>Filter entfernen</translation>
    </message>
    <message>
        <source>Click, or Del on its chip</source>
        <translation>Klick oder Entf auf dem Filter</translation>
    </message>
    <message>
        <source>Choose one of the first nine views</source>
        <translation>Eine der ersten neun Ansichten wählen</translation>
    </message>
    <message>
        <source>Ctrl+1 to Ctrl+9</source>
        <translation>Strg+1 bis Strg+9</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Type in the search field to find customers; choose one to see and edit it. Drop a file on the window to import it, or a book to open it. Whatever you did and saved can be undone until the window is closed.</source>
        <translation>Tippen Sie in das Suchfeld, um Kunden zu finden; wählen Sie einen, um ihn anzusehen und zu bearbeiten. Ziehen Sie eine Datei auf das Fenster, um sie zu importieren, oder ein Buch, um es zu öffnen. Was Sie getan und gespeichert haben, lässt sich rückgängig machen, bis das Fenster geschlossen wird.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Words in any order, also parts of them</source>
        <translation>Wörter in beliebiger Reihenfolge, auch Teile davon</translation>
    </message>
    <message>
        <source>A phrase as it stands</source>
        <translation>Eine Wortfolge, wie sie dasteht</translation>
    </message>
    <message>
        <source>All but these</source>
        <translation>Alle außer diesen</translation>
    </message>
    <message>
        <source>Active or inactive ones</source>
        <translation>Aktive oder inaktive</translation>
    </message>
    <message>
        <source>In one column only</source>
        <translation>Nur in einer Spalte</translation>
    </message>
    <message>
        <source>With or without a phone number</source>
        <translation>Mit oder ohne Telefonnummer</translation>
    </message>
    <message>
        <source>Created or updated in a time</source>
        <translation>In einer Zeit erstellt oder geändert</translation>
    </message>
    <message>
        <source>Since, before, of the last days</source>
        <translation>Seit, vor, der letzten Tage</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>Nach Nummer</translation>
    </message>
</context>
<context>
    <name>clientele::ImportDialog</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>How to read it</source>
        <translation>Wie sie zu lesen ist</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>&amp;Save rejects…</source>
        <translation>Abgelehnte s&amp;peichern…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>I&amp;mportieren</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %Ln rows</source>
        <translation>
            <numerusform>%Ln Zeile i&amp;mportieren</numerusform>
            <numerusform>%Ln Zeilen i&amp;mportieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Import customers</source>
        <translation>Kunden importieren</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message>
        <source>Cancel the import</source>
        <translation>Import abbrechen</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Import the mended &amp;rows</source>
        <translation>&amp;Berichtigte Zeilen importieren</translation>
    </message>
    <message>
        <source>Import &amp;again</source>
        <translation>&amp;Erneut importieren</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
</context>
<context>
    <name>clientele::ImportJob</name>
    <message>
        <source>standard input</source>
        <translation>Standardeingabe</translation>
    </message>
</context>
<context>
    <name>clientele::ImportReportView</name>
    <message>
        <source>The import was cancelled after %1</source>
        <translation>Der Import wurde nach %1 abgebrochen</translation>
    </message>
    <message>
        <source>The import stopped after %1</source>
        <translation>Der Import endete vorzeitig nach %1</translation>
    </message>
    <message>
        <source>Nothing new: the book is as it was</source>
        <translation>Nichts Neues: Das Kundenbuch ist, wie es war</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers updated in %1</source>
        <translation>
            <numerusform>%Ln Kunde in %1 aktualisiert</numerusform>
            <numerusform>%Ln Kunden in %1 aktualisiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers imported in %1</source>
        <translation>
            <numerusform>%Ln Kunde in %1 importiert</numerusform>
            <numerusform>%Ln Kunden in %1 importiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Rejected rows</source>
        <translation>Abgelehnte Zeilen</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>aktualisiert</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message numerus="yes">
        <source>rows read</source>
        <translation>
            <numerusform>Zeile gelesen</numerusform>
            <numerusform>Zeilen gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>The rows counted below are in the book. The same file can be imported again: what is there already counts as unchanged.</source>
        <translation>Die unten gezählten Zeilen stehen im Kundenbuch. Dieselbe Datei kann erneut importiert werden: Was schon da ist, zählt als unverändert.</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Rejected rows: the first %1 of %2</source>
        <translation>Abgelehnte Zeilen: die ersten %1 von %2</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Save the rejected rows</source>
        <translation>Abgelehnte Zeilen speichern</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>Saved to %1. Mend the rows there and import that file.</source>
        <translation>Gespeichert in %1. Berichtigen Sie die Zeilen dort, und importieren Sie diese Datei.</translation>
    </message>
</context>
<context>
    <name>clientele::ImportTerms</name>
    <message>
        <source>All &amp;or nothing</source>
        <translation>Alles &amp;oder nichts</translation>
    </message>
    <message>
        <source>S&amp;top at the first rejected row</source>
        <translation>Bei der ersten abgelehnten Zeile an&amp;halten</translation>
    </message>
</context>
<context>
    <name>clientele::JobsDialog</name>
    <message>
        <source>&amp;Pause</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>Cancel this job</source>
        <translation>Diesen Vorgang abbrechen</translation>
    </message>
    <message>
        <source>&amp;Save rejects…</source>
        <translation>Abgelehnte s&amp;peichern…</translation>
    </message>
    <message>
        <source>Imports and exports</source>
        <translation>Importe und Exporte</translation>
    </message>
    <message>
        <source>Imports and exports, the latest first</source>
        <translation>Importe und Exporte, der neueste zuerst</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Clear &amp;finished</source>
        <translation>&amp;Beendete entfernen</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Nothing has been imported or exported</source>
        <translation>Es wurde noch nichts importiert oder exportiert</translation>
    </message>
</context>
<context>
    <name>clientele::JobsIndicator</name>
    <message>
        <source>Pause this job</source>
        <translation>Diesen Vorgang anhalten</translation>
    </message>
    <message>
        <source>Cancel this job</source>
        <translation>Diesen Vorgang abbrechen</translation>
    </message>
    <message>
        <source>Show all imports and exports</source>
        <translation>Alle Importe und Exporte anzeigen</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on with this job</source>
        <translation>Diesen Vorgang fortsetzen</translation>
    </message>
</context>
<context>
    <name>clientele::LogFilters</name>
    <message>
        <source>Words in the SQL, the values or the error</source>
        <translation>Wörter im SQL, in den Werten oder im Fehler</translation>
    </message>
    <message>
        <source>Filter the log by words</source>
        <translation>Protokoll nach Wörtern filtern</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Only errors</source>
        <translation>Nur Fehler</translation>
    </message>
    <message>
        <source>Slower than 100 ms</source>
        <translation>Langsamer als 100 ms</translation>
    </message>
</context>
<context>
    <name>clientele::LogPage</name>
    <message>
        <source>Show &amp;values</source>
        <translation>&amp;Werte anzeigen</translation>
    </message>
    <message>
        <source>What the connections did</source>
        <translation>Was die Verbindungen taten</translation>
    </message>
    <message>
        <source>All of the row that is chosen</source>
        <translation>Alles aus der gewählten Zeile</translation>
    </message>
    <message>
        <source>Choose a row to read all of it here.</source>
        <translation>Wählen Sie eine Zeile, um hier alles daraus zu lesen.</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>K&amp;opieren</translation>
    </message>
    <message numerus="yes">
        <source>%Ln records</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, %2 missed</source>
        <translation>%1, %2 ausgelassen</translation>
    </message>
    <message>
        <source>Paused · %1</source>
        <translation>Angehalten · %1</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Noch nichts hier</translation>
    </message>
    <message>
        <source>What the connections of this book do shows here while this page is open.</source>
        <translation>Was die Verbindungen dieses Kundenbuchs tun, erscheint hier, solange diese Seite offen ist.</translation>
    </message>
    <message>
        <source>No book is open</source>
        <translation>Kein Kundenbuch ist geöffnet</translation>
    </message>
    <message>
        <source>Open one to see what its connections do.</source>
        <translation>Öffnen Sie eines, um zu sehen, was seine Verbindungen tun.</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>There is no record of this kind.</source>
        <translation>Es gibt keinen Eintrag dieser Art.</translation>
    </message>
    <message>
        <source>No record of this kind has these words.</source>
        <translation>Kein Eintrag dieser Art enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
    <message>
        <source>Values are personal data. They are kept from now on, in memory only; what is copied holds them.</source>
        <translation>Werte sind personenbezogene Daten. Ab jetzt werden sie behalten, nur im Arbeitsspeicher; was kopiert wird, enthält sie.</translation>
    </message>
    <message>
        <source>Values are personal data and are not kept: only their kind and length show.</source>
        <translation>Werte sind personenbezogene Daten und werden nicht behalten: Nur ihre Art und Länge werden angezeigt.</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>Fehler: %1</translation>
    </message>
</context>
<context>
    <name>clientele::MainActions</name>
    <message>
        <source>&amp;Keys and help</source>
        <translation>&amp;Tasten und Hilfe</translation>
    </message>
    <message>
        <source>&amp;Diagnostics</source>
        <translation>&amp;Diagnose</translation>
    </message>
    <message>
        <source>&amp;About Clientele</source>
        <translation>&amp;Über Clientele</translation>
    </message>
    <message>
        <source>&amp;New customer</source>
        <translation>&amp;Neuer Kunde</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>&amp;Switch book</source>
        <translation>Kundenbuch &amp;wechseln</translation>
    </message>
    <message>
        <source>Manage &amp;connections…</source>
        <translation>&amp;Verbindungen verwalten…</translation>
    </message>
    <message>
        <source>&amp;Take over the table…</source>
        <translation>&amp;Tabelle übernehmen…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy with &amp;headers</source>
        <translation>Mit &amp;Überschriften kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>Als &amp;JSON kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste as an import…</source>
        <translation>Als &amp;Import einfügen…</translation>
    </message>
    <message>
        <source>Select &amp;all that match</source>
        <translation>&amp;Alle passenden auswählen</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;All customers</source>
        <translation>&amp;Alle Kunden</translation>
    </message>
    <message>
        <source>A&amp;ctive customers</source>
        <translation>A&amp;ktive Kunden</translation>
    </message>
    <message>
        <source>&amp;Inactive customers</source>
        <translation>&amp;Inaktive Kunden</translation>
    </message>
    <message>
        <source>Add a &amp;filter…</source>
        <translation>&amp;Filter hinzufügen…</translation>
    </message>
    <message>
        <source>Saved &amp;views…</source>
        <translation>&amp;Gespeicherte Ansichten…</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Details</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Neu laden</translation>
    </message>
    <message>
        <source>Command &amp;palette…</source>
        <translation>&amp;Befehlspalette…</translation>
    </message>
    <message>
        <source>Colours as the s&amp;ystem has them</source>
        <translation>Farben wie im S&amp;ystem</translation>
    </message>
    <message>
        <source>&amp;Light colours</source>
        <translation>&amp;Helle Farben</translation>
    </message>
    <message>
        <source>Dar&amp;k colours</source>
        <translation>Dunkle Fa&amp;rben</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Re&amp;vert</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>D&amp;uplizieren</translation>
    </message>
    <message>
        <source>Set the phone number to &amp;none</source>
        <translation>Telefonnummer &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Deactivate</source>
        <translation>&amp;Deaktivieren</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>Re&amp;aktivieren</translation>
    </message>
    <message>
        <source>Delete &amp;for good…</source>
        <translation>Endgültig &amp;löschen…</translation>
    </message>
    <message>
        <source>&amp;Previous customer</source>
        <translation>&amp;Vorheriger Kunde</translation>
    </message>
    <message>
        <source>Ne&amp;xt customer</source>
        <translation>Nä&amp;chster Kunde</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Sort by</source>
        <translation>Sor&amp;tieren nach</translation>
    </message>
    <message>
        <source>&amp;Customer</source>
        <translation>&amp;Kunde</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>clientele::MainWindow</name>
    <message>
        <source>Clientele</source>
        <translation>Clientele</translation>
    </message>
    <message>
        <source>Colu&amp;mns</source>
        <translation>S&amp;palten</translation>
    </message>
    <message>
        <source>This book is read only.</source>
        <translation>Dieses Kundenbuch ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>%1 · connecting</source>
        <translation>%1 · wird verbunden</translation>
    </message>
    <message>
        <source>%1 · not connected</source>
        <translation>%1 · nicht verbunden</translation>
    </message>
    <message>
        <source>%1 · connection lost</source>
        <translation>%1 · Verbindung unterbrochen</translation>
    </message>
    <message>
        <source>%1 · encrypted</source>
        <translation>%1 · verschlüsselt</translation>
    </message>
    <message>
        <source>%1 · read only</source>
        <translation>%1 · schreibgeschützt</translation>
    </message>
    <message>
        <source>production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>%1 (production) — Clientele</source>
        <translation>%1 (Produktion) — Clientele</translation>
    </message>
    <message>
        <source>%1 — Clientele</source>
        <translation>%1 — Clientele</translation>
    </message>
    <message>
        <source>There is no connection of this name.</source>
        <translation>Es gibt keine Verbindung mit diesem Namen.</translation>
    </message>
    <message>
        <source>Stop what is running and open %1?</source>
        <translation>Laufendes stoppen und %1 öffnen?</translation>
    </message>
    <message>
        <source>Stop and open</source>
        <translation>Stoppen und öffnen</translation>
    </message>
    <message>
        <source>An import or export is still running. What it has written so far stays as its report says.</source>
        <translation>Ein Import oder Export läuft noch. Was er bisher geschrieben hat, bleibt, wie es sein Bericht zeigt.</translation>
    </message>
    <message>
        <source>%1 is still running</source>
        <translation>%1 läuft noch</translation>
    </message>
    <message numerus="yes">
        <source>%n imports and exports are still running</source>
        <translation>
            <numerusform>%n Import oder Export läuft noch</numerusform>
            <numerusform>%n Importe und Exporte laufen noch</numerusform>
        </translation>
    </message>
    <message>
        <source>If it is stopped, an import leaves what it has written so far in the book, unless it is all or nothing. Where it can go on from there, the import dialog offers it. An export leaves no file behind.</source>
        <translation>Wird er angehalten, lässt ein Import im Kundenbuch, was er bisher geschrieben hat, es sei denn, er gilt als Ganzes. Wo er von dort aus weitergehen kann, bietet es der Importdialog an. Ein Export hinterlässt keine Datei.</translation>
    </message>
    <message>
        <source>&amp;Wait and quit</source>
        <translation>&amp;Warten und beenden</translation>
    </message>
    <message>
        <source>&amp;Stop and quit</source>
        <translation>&amp;Stoppen und beenden</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Nicht beenden</translation>
    </message>
    <message>
        <source>Clientele quits as soon as what is running has ended.</source>
        <translation>Clientele wird beendet, sobald alles Laufende fertig ist.</translation>
    </message>
    <message>
        <source>There are no rows on the clipboard to paste.</source>
        <translation>In der Zwischenablage sind keine Zeilen zum Einfügen.</translation>
    </message>
</context>
<context>
    <name>clientele::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>clientele::OpenQueue</name>
    <message>
        <source>%1 was not opened: a window shows one book at a time.</source>
        <translation>%1 wurde nicht geöffnet: Ein Fenster zeigt ein Kundenbuch auf einmal.</translation>
    </message>
    <message>
        <source>Nothing can be imported here: this book is read only.</source>
        <translation>Hier kann nichts importiert werden: Dieses Kundenbuch ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>%1 cannot be imported here: this book is read only.</source>
        <translation>%1 kann hier nicht importiert werden: Dieses Kundenbuch ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>No customer can be added here: this book is read only.</source>
        <translation>Hier kann kein Kunde hinzugefügt werden: Dieses Kundenbuch ist schreibgeschützt.</translation>
    </message>
</context>
<context>
    <name>clientele::PasswordDialog</name>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>For this session only. It is never written to a file.</source>
        <translation>Nur für diese Sitzung. Es wird nie in eine Datei geschrieben.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;Anmelden</translation>
    </message>
    <message>
        <source>The server asks for a password</source>
        <translation>Der Server verlangt ein Passwort</translation>
    </message>
    <message>
        <source>The keychain keeps it once it has opened the book.</source>
        <translation>Der Schlüsselbund behält es, sobald es das Kundenbuch geöffnet hat.</translation>
    </message>
</context>
<context>
    <name>clientele::PreviewModel</name>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>aktualisiert</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>(only blanks)</source>
        <translation>(nur Leerzeichen)</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Will be</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>clientele::ProfileForm</name>
    <message>
        <source>No colour</source>
        <translation>Keine Farbe</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Bernstein</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>Na&amp;me</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Wählen…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Name of the connection</source>
        <translation>Name der Verbindung</translation>
    </message>
    <message>
        <source>Kind of database</source>
        <translation>Art der Datenbank</translation>
    </message>
    <message>
        <source>PostgreSQL or alike</source>
        <translation>PostgreSQL oder ähnliche</translation>
    </message>
    <message>
        <source>SQLite file</source>
        <translation>SQLite-Datei</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>Co&amp;lour</source>
        <translation>Fa&amp;rbe</translation>
    </message>
    <message>
        <source>Produc&amp;tion: asks before bulk changes</source>
        <translation>Produ&amp;ktion: fragt vor Massenänderungen nach</translation>
    </message>
    <message>
        <source>&amp;Read only</source>
        <translation>Schreibgesch&amp;ützt</translation>
    </message>
    <message>
        <source>Set by the environment, and not edited here: duplicate it to change it. Where each value comes from:
%1</source>
        <translation>Durch die Umgebung festgelegt und hier nicht zu bearbeiten: Duplizieren Sie die Verbindung, um sie zu ändern. Woher jeder Wert kommt:
%1</translation>
    </message>
    <message>
        <source>The local book was made on the first start. It is a file of yours: back it up with your other documents.</source>
        <translation>Das lokale Kundenbuch wurde beim ersten Start angelegt. Es ist eine Datei von Ihnen: Sichern Sie sie mit Ihren anderen Dokumenten.</translation>
    </message>
    <message>
        <source>A connection needs a name.</source>
        <translation>Eine Verbindung braucht einen Namen.</translation>
    </message>
    <message>
        <source>There is another connection of this name.</source>
        <translation>Es gibt eine andere Verbindung mit diesem Namen.</translation>
    </message>
    <message>
        <source>Choose a file. One that is not there yet is made.</source>
        <translation>Wählen Sie eine Datei. Gibt es sie noch nicht, wird sie angelegt.</translation>
    </message>
    <message>
        <source>Write the whole path, from the root folder on.</source>
        <translation>Geben Sie den ganzen Pfad an, vom Stammordner an.</translation>
    </message>
    <message>
        <source>Choose a SQLite file</source>
        <translation>SQLite-Datei wählen</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Books (*.clientele *.db *.sqlite *.sqlite3)</source>
        <translation>Kundenbücher (*.clientele *.db *.sqlite *.sqlite3)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>clientele::ProfileList</name>
    <message>
        <source>file on this computer</source>
        <translation>Datei auf diesem Computer</translation>
    </message>
    <message>
        <source>from the environment</source>
        <translation>aus der Umgebung</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>dieser Computer</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>schreibgeschützt</translation>
    </message>
    <message>
        <source>production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Remove this connection</source>
        <translation>Diese Verbindung entfernen</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>Neue Verbindung</translation>
    </message>
    <message>
        <source>Duplicate this connection</source>
        <translation>Diese Verbindung duplizieren</translation>
    </message>
</context>
<context>
    <name>clientele::QuestionDialog</name>
    <message>
        <source>Clientele</source>
        <translation>Clientele</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>clientele::RememberBox</name>
    <message>
        <source>Remember in the ke&amp;ychain</source>
        <translation>&amp;Im Schlüsselbund speichern</translation>
    </message>
</context>
<context>
    <name>clientele::RetryCountdown</name>
    <message>
        <source>Trying again in %1 s (try %2).</source>
        <translation>Neuer Versuch in %1 s (Versuch %2).</translation>
    </message>
    <message>
        <source>Trying again now…</source>
        <translation>Neuer Versuch läuft…</translation>
    </message>
</context>
<context>
    <name>clientele::RowCollector</name>
    <message numerus="yes">
        <source>More than %Ln customers at once do not fit. Narrow the search first, or export them to a file.</source>
        <translation>
            <numerusform>Mehr als %Ln Kunde auf einmal ist nicht möglich. Grenzen Sie die Suche ein, oder exportieren Sie in eine Datei.</numerusform>
            <numerusform>Mehr als %Ln Kunden auf einmal sind nicht möglich. Grenzen Sie die Suche ein, oder exportieren Sie sie in eine Datei.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clientele::RunStep</name>
    <message>
        <source>Progress of the import</source>
        <translation>Fortschritt des Imports</translation>
    </message>
    <message>
        <source>You can close this window and go on working. The import goes on in the background; the status bar shows it.</source>
        <translation>Sie können dieses Fenster schließen und weiterarbeiten. Der Import läuft im Hintergrund weiter; die Statusleiste zeigt ihn.</translation>
    </message>
    <message>
        <source>The import of %1 is paused</source>
        <translation>Der Import von %1 ist angehalten</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>%1 wird importiert</translation>
    </message>
    <message>
        <source>Nothing more is written until it goes on.</source>
        <translation>Es wird nichts weiter geschrieben, bis er fortgesetzt wird.</translation>
    </message>
</context>
<context>
    <name>clientele::SearchField</name>
    <message>
        <source>Search name, e-mail or phone</source>
        <translation>Name, E-Mail oder Telefon suchen</translation>
    </message>
    <message>
        <source>Filters can be typed, too: active:no, created:&lt;7d, phone:none. F1 lists them.</source>
        <translation>Auch Filter lassen sich eintippen: active:no, created:&lt;7d, phone:none. F1 zeigt alle.</translation>
    </message>
    <message>
        <source>What can be typed here</source>
        <translation>Was hier eingetippt werden kann</translation>
    </message>
    <message>
        <source>%1, or type filters: active:no created:&lt;7d phone:none</source>
        <translation>%1 oder Filter tippen: active:no created:&lt;7d phone:none</translation>
    </message>
</context>
<context>
    <name>clientele::SelectionActs</name>
    <message numerus="yes">
        <source>Restore %Ln customers?</source>
        <translation>
            <numerusform>%Ln Kunden reaktivieren?</numerusform>
            <numerusform>%Ln Kunden reaktivieren?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deactivate %Ln customers?</source>
        <translation>
            <numerusform>%Ln Kunden deaktivieren?</numerusform>
            <numerusform>%Ln Kunden deaktivieren?</numerusform>
        </translation>
    </message>
    <message>
        <source>This book is in production. The change can be undone from the status bar.</source>
        <translation>Dieses Kundenbuch ist in Produktion. Die Änderung lässt sich über die Statusleiste rückgängig machen.</translation>
    </message>
    <message>
        <source>Restore them</source>
        <translation>Reaktivieren</translation>
    </message>
    <message>
        <source>Deactivate them</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Delete %1 for good?</source>
        <translation>%1 endgültig löschen?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln customers for good?</source>
        <translation>
            <numerusform>%Ln Kunden endgültig löschen?</numerusform>
            <numerusform>%Ln Kunden endgültig löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Deactivated customers stay in the book and can be restored at any time; deleted ones can be brought back only by Undo, until this window is closed.</source>
        <translation>Deaktivierte Kunden bleiben im Kundenbuch und können jederzeit reaktiviert werden; gelöschte bringt nur „Rückgängig“ zurück, bis dieses Fenster geschlossen wird.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln customers</source>
        <translation>
            <numerusform>%Ln Kunden löschen</numerusform>
            <numerusform>%Ln Kunden löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied %1.</source>
        <translation>%1 kopiert.</translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln customers.</source>
        <translation>
            <numerusform>%Ln Kunde kopiert.</numerusform>
            <numerusform>%Ln Kunden kopiert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clientele::ServerFields</name>
    <message>
        <source>Never (disable)</source>
        <translation>Nie (disable)</translation>
    </message>
    <message>
        <source>If it must be (allow)</source>
        <translation>Wenn es sein muss (allow)</translation>
    </message>
    <message>
        <source>If offered (prefer)</source>
        <translation>Wenn angeboten (prefer)</translation>
    </message>
    <message>
        <source>Always (require)</source>
        <translation>Immer (require)</translation>
    </message>
    <message>
        <source>Check authority (verify-ca)</source>
        <translation>Zertifikat prüfen (verify-ca)</translation>
    </message>
    <message>
        <source>Check name too (verify-full)</source>
        <translation>Auch den Namen prüfen (verify-full)</translation>
    </message>
    <message>
        <source>As libpq is set up</source>
        <translation>Wie für libpq eingestellt</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Host</translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation>P&amp;ort</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>Daten&amp;bank</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>Ben&amp;utzer</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Further options of libpq</source>
        <translation>Weitere Optionen von libpq</translation>
    </message>
    <message>
        <source>For this session only; never written to a file.</source>
        <translation>Nur für diese Sitzung; nie in eine Datei geschrieben.</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>E&amp;ncryption</source>
        <translation>&amp;Verschlüsselung</translation>
    </message>
    <message>
        <source>1 to 65535</source>
        <translation>1 bis 65535</translation>
    </message>
    <message>
        <source>A password cannot stand here: it would be saved.</source>
        <translation>Ein Passwort darf hier nicht stehen: Es würde gespeichert.</translation>
    </message>
    <message>
        <source>Write each as name=value, with blanks between.</source>
        <translation>Schreiben Sie jede als name=wert, mit Leerzeichen dazwischen.</translation>
    </message>
    <message>
        <source>in the keychain</source>
        <translation>im Schlüsselbund</translation>
    </message>
    <message>
        <source>In the keychain; never written to a file.</source>
        <translation>Im Schlüsselbund; nie in eine Datei geschrieben.</translation>
    </message>
    <message>
        <source>Type the password that is to be remembered.</source>
        <translation>Geben Sie das Passwort ein, das gespeichert werden soll.</translation>
    </message>
</context>
<context>
    <name>clientele::SortActions</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>&amp;E-Mail</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>&amp;Telefon</translation>
    </message>
    <message>
        <source>&amp;Created</source>
        <translation>E&amp;rstellt</translation>
    </message>
    <message>
        <source>&amp;Updated</source>
        <translation>&amp;Geändert</translation>
    </message>
    <message>
        <source>&amp;Id</source>
        <translation>&amp;ID</translation>
    </message>
    <message>
        <source>Sort by %1</source>
        <translation>Nach %1 sortieren</translation>
    </message>
    <message>
        <source>&amp;Descending</source>
        <translation>A&amp;bsteigend</translation>
    </message>
    <message>
        <source>Sort the other way round</source>
        <translation>Andersherum sortieren</translation>
    </message>
    <message>
        <source>N&amp;othing else</source>
        <translation>Ni&amp;chts weiter</translation>
    </message>
    <message>
        <source>Sort by one column only</source>
        <translation>Nur nach einer Spalte sortieren</translation>
    </message>
    <message>
        <source>Then sort by %1</source>
        <translation>Dann nach %1 sortieren</translation>
    </message>
    <message>
        <source>Sort by the second column the other way round</source>
        <translation>Nach der zweiten Spalte andersherum sortieren</translation>
    </message>
    <message>
        <source>T&amp;hen by</source>
        <translation>&amp;Dann nach</translation>
    </message>
</context>
<context>
    <name>clientele::SourceLine</name>
    <message>
        <source>URL of the connection</source>
        <translation>URL der Verbindung</translation>
    </message>
    <message>
        <source>Paste a URL, as postgresql://anna@sales.example/crm</source>
        <translation>URL einfügen, etwa postgresql://anna@sales.example/crm</translation>
    </message>
    <message>
        <source>Choose a .&amp;env file…</source>
        <translation>.&amp;env-Datei wählen…</translation>
    </message>
    <message>
        <source>Filled in from the URL.</source>
        <translation>Aus der URL ausgefüllt.</translation>
    </message>
    <message>
        <source>Filled in from the URL. Its password is kept for this session only.</source>
        <translation>Aus der URL ausgefüllt. Ihr Passwort wird nur für diese Sitzung behalten.</translation>
    </message>
    <message>
        <source>Choose a .env file</source>
        <translation>.env-Datei wählen</translation>
    </message>
    <message>
        <source>Environment files (*.env .env* env)</source>
        <translation>Umgebungsdateien (*.env .env* env)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 names neither DATABASE_URL nor any of DB_HOST, DB_PORT, DB_NAME, DB_USER.</source>
        <translation>%1 nennt weder DATABASE_URL noch DB_HOST, DB_PORT, DB_NAME oder DB_USER.</translation>
    </message>
    <message>
        <source>Filled in from %1.</source>
        <translation>Aus %1 ausgefüllt.</translation>
    </message>
</context>
<context>
    <name>clientele::SqlDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>clientele::StallMeter</name>
    <message>
        <source>Longest wait of the window: %1 ms (99.9 % under %2 ms)</source>
        <translation>Längste Wartezeit des Fensters: %1 ms (99,9 % unter %2 ms)</translation>
    </message>
</context>
<context>
    <name>clientele::StatusLine</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>under 1 ms</source>
        <translation>unter 1 ms</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message numerus="yes">
        <source>%Ln unsaved</source>
        <translation>
            <numerusform>%Ln ungespeichert</numerusform>
            <numerusform>%Ln ungespeichert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clientele::StepButton</name>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>current step</source>
        <translation>aktueller Schritt</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>noch offen</translation>
    </message>
    <message>
        <source>Step %1, %2: %3</source>
        <translation>Schritt %1, %2: %3</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>clientele::SumView</name>
    <message>
        <source>%1, together %2 %3</source>
        <translation>%1, zusammen %2 %3</translation>
    </message>
</context>
<context>
    <name>clientele::ToolBar</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
</context>
<context>
    <name>clientele::ViewNameDialog</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Diese Ansicht speichern</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>Ansicht umbenennen</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Name der Ansicht</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>There is a view of this name. It will be replaced.</source>
        <translation>Es gibt schon eine Ansicht mit diesem Namen. Sie wird ersetzt.</translation>
    </message>
    <message>
        <source>It keeps the search with its filters, the order and the columns.</source>
        <translation>Die Ansicht behält die Suche mit ihren Filtern, die Sortierung und die Spalten.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
</context>
<context>
    <name>clientele::ViewsMenu</name>
    <message>
        <source>&amp;Save as a view…</source>
        <translation>Als Ansicht &amp;speichern…</translation>
    </message>
    <message>
        <source>No saved views yet</source>
        <translation>Noch keine gespeicherten Ansichten</translation>
    </message>
    <message>
        <source>View: %1</source>
        <translation>Ansicht: %1</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>%1 · changed</source>
        <translation>%1 · geändert</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>View %1, changed</source>
        <translation>Ansicht %1, geändert</translation>
    </message>
    <message>
        <source>View %1</source>
        <translation>Ansicht %1</translation>
    </message>
    <message>
        <source>Saved views: a search with its order and columns, under a name</source>
        <translation>Gespeicherte Ansichten: eine Suche mit Sortierung und Spalten, unter einem Namen</translation>
    </message>
    <message>
        <source>the view</source>
        <translation>die Ansicht</translation>
    </message>
    <message>
        <source>&amp;Update %1 to what is shown</source>
        <translation>%1 &amp;auf den gezeigten Stand bringen</translation>
    </message>
    <message>
        <source>&amp;Rename %1…</source>
        <translation>%1 &amp;umbenennen…</translation>
    </message>
    <message>
        <source>&amp;Delete %1…</source>
        <translation>%1 &amp;löschen…</translation>
    </message>
    <message>
        <source>Saved the view %1.</source>
        <translation>Ansicht %1 gespeichert.</translation>
    </message>
    <message>
        <source>Updated the view %1.</source>
        <translation>Ansicht %1 aktualisiert.</translation>
    </message>
    <message>
        <source>Renamed the view %1 to %2.</source>
        <translation>Ansicht %1 in %2 umbenannt.</translation>
    </message>
    <message>
        <source>Delete the view %1?</source>
        <translation>Ansicht %1 löschen?</translation>
    </message>
    <message>
        <source>The customers that it shows stay as they are, and so does what is on the screen.</source>
        <translation>Die angezeigten Kunden bleiben, wie sie sind, ebenso was auf dem Bildschirm steht.</translation>
    </message>
    <message>
        <source>Delete the view</source>
        <translation>Ansicht löschen</translation>
    </message>
    <message>
        <source>Deleted the view %1.</source>
        <translation>Ansicht %1 gelöscht.</translation>
    </message>
</context>
<context>
    <name>clientele::dates</name>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
</context>
<context>
    <name>clientele::filterwords</name>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>name: %1</source>
        <translation>Name: %1</translation>
    </message>
    <message>
        <source>e-mail: %1</source>
        <translation>E-Mail: %1</translation>
    </message>
    <message>
        <source>phone: %1</source>
        <translation>Telefon: %1</translation>
    </message>
    <message>
        <source>with a name</source>
        <translation>mit Namen</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>with an e-mail address</source>
        <translation>mit E-Mail-Adresse</translation>
    </message>
    <message>
        <source>no e-mail address</source>
        <translation>ohne E-Mail-Adresse</translation>
    </message>
    <message>
        <source>with a phone number</source>
        <translation>mit Telefonnummer</translation>
    </message>
    <message>
        <source>no phone number</source>
        <translation>ohne Telefonnummer</translation>
    </message>
    <message>
        <source>id: %1</source>
        <translation>ID: %1</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>inaktiv</translation>
    </message>
    <message>
        <source>created: %1</source>
        <translation>erstellt: %1</translation>
    </message>
    <message>
        <source>updated: %1</source>
        <translation>geändert: %1</translation>
    </message>
    <message>
        <source>not: %1</source>
        <translation>nicht: %1</translation>
    </message>
    <message>
        <source>not %1</source>
        <translation>nicht %1</translation>
    </message>
</context>
<context>
    <name>clientele::jobwording</name>
    <message>
        <source>Cancelled. %1</source>
        <translation>Abgebrochen. %1</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>Vorzeitig beendet: %1</translation>
    </message>
    <message>
        <source>less than a second</source>
        <translation>unter 1 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows/s</source>
        <translation>
            <numerusform>%Ln Zeile/s</numerusform>
            <numerusform>%Ln Zeilen/s</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Beginnt…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln neu</numerusform>
            <numerusform>%Ln neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln updated</source>
        <translation>
            <numerusform>%Ln aktualisiert</numerusform>
            <numerusform>%Ln aktualisiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unchanged</source>
        <translation>
            <numerusform>%Ln unverändert</numerusform>
            <numerusform>%Ln unverändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped</source>
        <translation>
            <numerusform>%Ln übersprungen</numerusform>
            <numerusform>%Ln übersprungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rejected</source>
        <translation>
            <numerusform>%Ln abgelehnt</numerusform>
            <numerusform>%Ln abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>No rows yet.</source>
        <translation>Noch keine Zeilen.</translation>
    </message>
    <message>
        <source>Export to %1</source>
        <translation>Export nach %1</translation>
    </message>
    <message>
        <source>Import of %1</source>
        <translation>Import von %1</translation>
    </message>
    <message>
        <source>Paused · %1</source>
        <translation>Angehalten · %1</translation>
    </message>
    <message>
        <source>No file was written.</source>
        <translation>Es wurde keine Datei geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers written</source>
        <translation>
            <numerusform>%Ln Kunde geschrieben</numerusform>
            <numerusform>%Ln Kunden geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>One rejected row, and nothing is imported.</source>
        <translation>Eine abgelehnte Zeile, und nichts wird importiert.</translation>
    </message>
    <message>
        <source>Cancelled or cut off, it leaves the book as it was. Rejected rows are only left out.</source>
        <translation>Abgebrochen oder unterbrochen lässt er das Kundenbuch, wie es war. Abgelehnte Zeilen werden nur ausgelassen.</translation>
    </message>
    <message>
        <source>It ends at the first rejected row: those before it are imported, those behind it are not.</source>
        <translation>Er endet bei der ersten abgelehnten Zeile: Die davor werden importiert, die danach nicht.</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln rows are read. Finishing the file…</source>
        <translation>
            <numerusform>Die eine Zeile ist gelesen. Die Datei wird fertiggestellt …</numerusform>
            <numerusform>Alle %Ln Zeilen sind gelesen. Die Datei wird fertiggestellt …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clientele::rules</name>
    <message numerus="yes">
        <source>Here is room for %n characters; these are %1.</source>
        <translation>
            <numerusform>Hier ist Platz für %n Zeichen; dies sind %1.</numerusform>
            <numerusform>Hier ist Platz für %n Zeichen; dies sind %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>A customer needs a name.</source>
        <translation>Ein Kunde braucht einen Namen.</translation>
    </message>
    <message>
        <source>This does not look like a phone number. It is kept as typed.</source>
        <translation>Das sieht nicht nach einer Telefonnummer aus. Es wird gespeichert, wie Sie es eingegeben haben.</translation>
    </message>
</context>
<context>
    <name>clientele::sortkeys</name>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>activity</source>
        <translation>Aktiv-Status</translation>
    </message>
    <message>
        <source>created</source>
        <translation>Erstellungszeit</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>Änderungszeit</translation>
    </message>
    <message>
        <source>id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>%1 descending</source>
        <translation>%1 absteigend</translation>
    </message>
    <message>
        <source>Sorted by %1, then by %2</source>
        <translation>Sortiert nach %1, dann nach %2</translation>
    </message>
    <message>
        <source>Sorted by %1</source>
        <translation>Sortiert nach %1</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>%1 in the environment</source>
        <translation>%1 in der Umgebung</translation>
    </message>
    <message>
        <source>%1 in %2, line %3</source>
        <translation>%1 in %2, Zeile %3</translation>
    </message>
    <message>
        <source>profile %1</source>
        <translation>Profil %1</translation>
    </message>
    <message>
        <source>service %1 in %2, line %3</source>
        <translation>Dienst %1 in %2, Zeile %3</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>an object, in braces, is missing</source>
        <translation>ein Objekt in geschweiften Klammern fehlt</translation>
    </message>
    <message>
        <source>a comma or a closing brace is missing</source>
        <translation>ein Komma oder eine schließende geschweifte Klammer fehlt</translation>
    </message>
    <message>
        <source>a key in quotes is missing</source>
        <translation>ein Schlüssel in Anführungszeichen fehlt</translation>
    </message>
    <message>
        <source>a colon behind the key is missing</source>
        <translation>ein Doppelpunkt nach dem Schlüssel fehlt</translation>
    </message>
    <message>
        <source>there are too many brackets within brackets</source>
        <translation>zu viele Klammern stehen ineinander</translation>
    </message>
    <message>
        <source>a comma or a closing bracket is missing</source>
        <translation>ein Komma oder eine schließende eckige Klammer fehlt</translation>
    </message>
    <message>
        <source>a closing quote is missing</source>
        <translation>ein schließendes Anführungszeichen fehlt</translation>
    </message>
    <message>
        <source>a control character stands within quotes</source>
        <translation>ein Steuerzeichen steht in Anführungszeichen</translation>
    </message>
    <message>
        <source>a backslash stands before what needs none</source>
        <translation>ein Backslash steht, wo keiner nötig ist</translation>
    </message>
    <message>
        <source>four digits have to follow \u</source>
        <translation>vier Ziffern müssen auf \u folgen</translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation>ein Wert fehlt</translation>
    </message>
    <message>
        <source>a digit is missing</source>
        <translation>eine Ziffer fehlt</translation>
    </message>
    <message>
        <source>a number begins with 0</source>
        <translation>eine Zahl beginnt mit 0</translation>
    </message>
    <message>
        <source>the file breaks off there</source>
        <translation>die Datei bricht dort ab</translation>
    </message>
    <message>
        <source>there are several lists of objects in it</source>
        <translation>es sind mehrere Listen von Objekten darin</translation>
    </message>
    <message>
        <source>something stands behind its end</source>
        <translation>nach dem Ende steht noch etwas</translation>
    </message>
    <message>
        <source>a list or an object is missing</source>
        <translation>eine Liste oder ein Objekt fehlt</translation>
    </message>
    <message>
        <source>something stands behind the object</source>
        <translation>nach dem Objekt steht noch etwas</translation>
    </message>
    <message>
        <source>a key stands there twice</source>
        <translation>ein Schlüssel steht zweimal da</translation>
    </message>
    <message>
        <source>a blank</source>
        <translation>ein Leerzeichen</translation>
    </message>
    <message>
        <source>The e-mail address is missing.</source>
        <translation>Die E-Mail-Adresse fehlt.</translation>
    </message>
    <message>
        <source>An e-mail address needs an @, as in name@example.com.</source>
        <translation>Eine E-Mail-Adresse braucht ein @, wie in name@example.com.</translation>
    </message>
    <message>
        <source>An e-mail address has only one @.</source>
        <translation>Eine E-Mail-Adresse hat nur ein @.</translation>
    </message>
    <message>
        <source>There must be something before the @.</source>
        <translation>Vor dem @ muss etwas stehen.</translation>
    </message>
    <message>
        <source>An e-mail address cannot start with a dot.</source>
        <translation>Eine E-Mail-Adresse darf nicht mit einem Punkt beginnen.</translation>
    </message>
    <message>
        <source>There cannot be a dot right before the @.</source>
        <translation>Direkt vor dem @ darf kein Punkt stehen.</translation>
    </message>
    <message>
        <source>There cannot be two dots in a row before the @.</source>
        <translation>Vor dem @ dürfen keine zwei Punkte hintereinander stehen.</translation>
    </message>
    <message>
        <source>The part before @ cannot have this in it: %1</source>
        <translation>Im Teil vor dem @ darf das nicht vorkommen: %1</translation>
    </message>
    <message>
        <source>The part before @ cannot be in quotes.</source>
        <translation>Der Teil vor dem @ darf nicht in Anführungszeichen stehen.</translation>
    </message>
    <message>
        <source>There must be something after the @.</source>
        <translation>Nach dem @ muss etwas stehen.</translation>
    </message>
    <message>
        <source>The part after @ needs a dot, as in example.com.</source>
        <translation>Der Teil nach dem @ braucht einen Punkt, wie in example.com.</translation>
    </message>
    <message>
        <source>There cannot be a dot right after the @.</source>
        <translation>Direkt nach dem @ darf kein Punkt stehen.</translation>
    </message>
    <message>
        <source>An e-mail address cannot end with a dot.</source>
        <translation>Eine E-Mail-Adresse darf nicht mit einem Punkt enden.</translation>
    </message>
    <message>
        <source>There cannot be two dots in a row after the @.</source>
        <translation>Nach dem @ dürfen keine zwei Punkte hintereinander stehen.</translation>
    </message>
    <message>
        <source>After the @, a hyphen must stand between letters or digits.</source>
        <translation>Nach dem @ muss ein Bindestrich zwischen Buchstaben oder Ziffern stehen.</translation>
    </message>
    <message>
        <source>The part after @ cannot have two hyphens as its third and fourth letter: %1</source>
        <translation>Im Teil nach dem @ dürfen dritter und vierter Buchstabe nicht beide ein Bindestrich sein: %1</translation>
    </message>
    <message>
        <source>The part after @ cannot have this in it: %1</source>
        <translation>Im Teil nach dem @ darf das nicht vorkommen: %1</translation>
    </message>
    <message>
        <source>After the @, no part between dots can be longer than 63 letters.</source>
        <translation>Nach dem @ darf kein Teil zwischen Punkten länger als 63 Buchstaben sein.</translation>
    </message>
    <message>
        <source>The part after @ is too long.</source>
        <translation>Der Teil nach dem @ ist zu lang.</translation>
    </message>
    <message>
        <source>The part after @ must be a name, not an address in brackets.</source>
        <translation>Der Teil nach dem @ muss ein Name sein, keine Adresse in Klammern.</translation>
    </message>
    <message>
        <source>The ending %1 does not exist. An address ends in letters, as in .com.</source>
        <translation>Die Endung %1 gibt es nicht. Eine Adresse endet mit Buchstaben, wie in .com.</translation>
    </message>
    <message>
        <source>Addresses that end in .%1 do not reach anybody.</source>
        <translation>Adressen, die auf .%1 enden, erreichen niemanden.</translation>
    </message>
    <message>
        <source>The address has a character in it that cannot be seen (%1). Type it again.</source>
        <translation>Die Adresse enthält ein Zeichen, das nicht zu sehen ist (%1). Geben Sie sie neu ein.</translation>
    </message>
    <message>
        <source>The e-mail address is too long.</source>
        <translation>Die E-Mail-Adresse ist zu lang.</translation>
    </message>
    <message>
        <source>The file %1 is empty.</source>
        <translation>Die Datei %1 ist leer.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>Choose a file with customers in it.</source>
        <translation>Wählen Sie eine Datei, die Kunden enthält.</translation>
    </message>
    <message>
        <source>The file %1 is an Excel workbook.</source>
        <translation>Die Datei %1 ist eine Excel-Arbeitsmappe.</translation>
    </message>
    <message>
        <source>This is an Excel workbook.</source>
        <translation>Das ist eine Excel-Arbeitsmappe.</translation>
    </message>
    <message>
        <source>Open it in Excel and save it as CSV first.</source>
        <translation>Öffnen Sie sie in Excel, und speichern Sie sie zuerst als CSV.</translation>
    </message>
    <message>
        <source>The file %1 is a spreadsheet.</source>
        <translation>Die Datei %1 ist eine Tabellenkalkulation.</translation>
    </message>
    <message>
        <source>This is a spreadsheet.</source>
        <translation>Das ist eine Tabellenkalkulation.</translation>
    </message>
    <message>
        <source>Open it in its own program and save it as CSV first.</source>
        <translation>Öffnen Sie sie in ihrem eigenen Programm, und speichern Sie sie zuerst als CSV.</translation>
    </message>
    <message>
        <source>The file %1 is a PDF document.</source>
        <translation>Die Datei %1 ist ein PDF-Dokument.</translation>
    </message>
    <message>
        <source>This is a PDF document.</source>
        <translation>Das ist ein PDF-Dokument.</translation>
    </message>
    <message>
        <source>Choose a CSV file.</source>
        <translation>Wählen Sie eine CSV-Datei.</translation>
    </message>
    <message>
        <source>The file %1 is a compressed archive.</source>
        <translation>Die Datei %1 ist ein gepacktes Archiv.</translation>
    </message>
    <message>
        <source>This is a compressed archive.</source>
        <translation>Das ist ein gepacktes Archiv.</translation>
    </message>
    <message>
        <source>Unpack it and choose the CSV file that is in it.</source>
        <translation>Entpacken Sie es, und wählen Sie die CSV-Datei daraus.</translation>
    </message>
    <message>
        <source>The file %1 is a picture.</source>
        <translation>Die Datei %1 ist ein Bild.</translation>
    </message>
    <message>
        <source>This is a picture.</source>
        <translation>Das ist ein Bild.</translation>
    </message>
    <message>
        <source>The file %1 is a SQLite database.</source>
        <translation>Die Datei %1 ist eine SQLite-Datenbank.</translation>
    </message>
    <message>
        <source>This is a SQLite database.</source>
        <translation>Das ist eine SQLite-Datenbank.</translation>
    </message>
    <message>
        <source>Open it as a book, or export its table as CSV.</source>
        <translation>Öffnen Sie sie als Kundenbuch, oder exportieren Sie ihre Tabelle als CSV.</translation>
    </message>
    <message>
        <source>The file %1 holds no text.</source>
        <translation>Die Datei %1 enthält keinen Text.</translation>
    </message>
    <message>
        <source>This file holds no text.</source>
        <translation>Diese Datei enthält keinen Text.</translation>
    </message>
    <message>
        <source>The first line of %1, its header, cannot be read.</source>
        <translation>Die erste Zeile von %1, die Kopfzeile, kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The first line, the header, cannot be read.</source>
        <translation>Die erste Zeile, die Kopfzeile, kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Look there for a quote that is not closed, or choose another encoding.</source>
        <translation>Suchen Sie dort nach einem nicht geschlossenen Anführungszeichen, oder wählen Sie eine andere Zeichenkodierung.</translation>
    </message>
    <message>
        <source>The encoding %1 is not known.</source>
        <translation>Die Zeichenkodierung %1 ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The encoding is not known.</source>
        <translation>Die Zeichenkodierung ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Choose another, such as UTF-8 or windows-1252.</source>
        <translation>Wählen Sie eine andere, etwa UTF-8 oder windows-1252.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Es gibt keine Datei %1.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>Check its name and folder.</source>
        <translation>Prüfen Sie ihren Namen und Ordner.</translation>
    </message>
    <message>
        <source>The rejected rows cannot be written to %1, because that is the file being imported.</source>
        <translation>Die abgelehnten Zeilen können nicht nach %1 geschrieben werden, weil diese Datei gerade importiert wird.</translation>
    </message>
    <message>
        <source>The rejected rows cannot be written to the file being imported.</source>
        <translation>Die abgelehnten Zeilen können nicht in die Datei geschrieben werden, die importiert wird.</translation>
    </message>
    <message>
        <source>Choose another file for them.</source>
        <translation>Wählen Sie eine andere Datei dafür.</translation>
    </message>
    <message>
        <source>The file has no column %1.</source>
        <translation>Die Datei hat keine Spalte %1.</translation>
    </message>
    <message>
        <source>The file has no such column.</source>
        <translation>Die Datei hat keine solche Spalte.</translation>
    </message>
    <message>
        <source>Choose one of the columns that it has.</source>
        <translation>Wählen Sie eine der vorhandenen Spalten.</translation>
    </message>
    <message>
        <source>No column is chosen for the field %1.</source>
        <translation>Für das Feld %1 ist keine Spalte gewählt.</translation>
    </message>
    <message>
        <source>No column is chosen for a field that is needed.</source>
        <translation>Für ein erforderliches Feld ist keine Spalte gewählt.</translation>
    </message>
    <message>
        <source>Choose the column that holds it.</source>
        <translation>Wählen Sie die Spalte, die es enthält.</translation>
    </message>
    <message>
        <source>The field %1 cannot be imported.</source>
        <translation>Das Feld %1 kann nicht importiert werden.</translation>
    </message>
    <message>
        <source>This field cannot be imported.</source>
        <translation>Dieses Feld kann nicht importiert werden.</translation>
    </message>
    <message>
        <source>Leave it out: the database sets it.</source>
        <translation>Lassen Sie es weg: Die Datenbank setzt es.</translation>
    </message>
    <message>
        <source>%1 is not a recipe: it is no JSON.</source>
        <translation>%1 ist keine Vorlage: Es ist kein JSON.</translation>
    </message>
    <message>
        <source>This file is not a recipe: it is no JSON.</source>
        <translation>Diese Datei ist keine Vorlage: Sie ist kein JSON.</translation>
    </message>
    <message>
        <source>Choose one that was saved from an import.</source>
        <translation>Wählen Sie eine, die aus einem Import gespeichert wurde.</translation>
    </message>
    <message>
        <source>The recipe cannot be followed. %1</source>
        <translation>Die Vorlage kann nicht befolgt werden. %1</translation>
    </message>
    <message>
        <source>The recipe cannot be followed.</source>
        <translation>Die Vorlage kann nicht befolgt werden.</translation>
    </message>
    <message>
        <source>Mend it there, or save it anew from an import.</source>
        <translation>Berichtigen Sie sie dort, oder speichern Sie sie aus einem Import neu.</translation>
    </message>
    <message>
        <source>Dates cannot be read as &quot;%1&quot;.</source>
        <translation>Datumsangaben können nicht als „%1“ gelesen werden.</translation>
    </message>
    <message>
        <source>Dates cannot be read this way.</source>
        <translation>Datumsangaben können so nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Write iso, dmy, mdy, epoch, epoch-ms or excel, or a pattern such as dd MMM yyyy.</source>
        <translation>Geben Sie iso, dmy, mdy, epoch, epoch-ms oder excel an, oder ein Muster wie dd MMM yyyy.</translation>
    </message>
    <message>
        <source>A text in the column %1 is longer than the 32,767 characters that a cell of a workbook takes.</source>
        <translation>Ein Text in der Spalte %1 ist länger als die 32.767 Zeichen, die eine Zelle einer Arbeitsmappe aufnimmt.</translation>
    </message>
    <message>
        <source>A text is longer than the 32,767 characters that a cell of a workbook takes.</source>
        <translation>Ein Text ist länger als die 32.767 Zeichen, die eine Zelle einer Arbeitsmappe aufnimmt.</translation>
    </message>
    <message>
        <source>Choose CSV or JSON, which hold it whole.</source>
        <translation>Wählen Sie CSV oder JSON, die ihn ganz aufnehmen.</translation>
    </message>
    <message>
        <source>The import stopped at line %1, which cannot be imported.</source>
        <translation>Der Import endete vorzeitig bei Zeile %1, die nicht importiert werden kann.</translation>
    </message>
    <message>
        <source>The import stopped at a row that cannot be imported.</source>
        <translation>Der Import endete vorzeitig bei einer Zeile, die nicht importiert werden kann.</translation>
    </message>
    <message>
        <source>Mend that row, then import the rest.</source>
        <translation>Berichtigen Sie diese Zeile, und importieren Sie dann den Rest.</translation>
    </message>
    <message>
        <source>There is no unfinished import of %1 into this book.</source>
        <translation>Es gibt keinen unfertigen Import von %1 in dieses Kundenbuch.</translation>
    </message>
    <message>
        <source>There is no such unfinished import into this book.</source>
        <translation>Es gibt keinen solchen unfertigen Import in dieses Kundenbuch.</translation>
    </message>
    <message>
        <source>It has finished, or was never begun; import the file anew.</source>
        <translation>Er ist fertig oder wurde nie begonnen; importieren Sie die Datei neu.</translation>
    </message>
    <message>
        <source>The file %1 has changed since its import began.</source>
        <translation>Die Datei %1 hat sich geändert, seit ihr Import begann.</translation>
    </message>
    <message>
        <source>The file has changed since its import began.</source>
        <translation>Die Datei hat sich geändert, seit ihr Import begann.</translation>
    </message>
    <message>
        <source>Import it anew, and skip the customers who are there already.</source>
        <translation>Importieren Sie sie neu, und überspringen Sie die Kunden, die schon da sind.</translation>
    </message>
    <message>
        <source>The import of %1 is under way in another program.</source>
        <translation>Der Import von %1 läuft in einem anderen Programm.</translation>
    </message>
    <message>
        <source>This import is under way in another program.</source>
        <translation>Dieser Import läuft in einem anderen Programm.</translation>
    </message>
    <message>
        <source>Wait for it, or end that program first.</source>
        <translation>Warten Sie, bis er fertig ist, oder beenden Sie zuerst jenes Programm.</translation>
    </message>
    <message>
        <source>The rejected rows in %1 are not what the import left there.</source>
        <translation>Die abgelehnten Zeilen in %1 sind nicht mehr, was der Import dort hinterlassen hat.</translation>
    </message>
    <message>
        <source>The file of rejected rows is not what the import left there.</source>
        <translation>Die Datei mit abgelehnten Zeilen ist nicht mehr, was der Import hinterlassen hat.</translation>
    </message>
    <message>
        <source>Put that file back, or import the customers anew.</source>
        <translation>Legen Sie diese Datei zurück, oder importieren Sie die Kunden neu.</translation>
    </message>
    <message numerus="yes">
        <source>%n fields</source>
        <translation>
            <numerusform>%n Feld</numerusform>
            <numerusform>%n Felder</numerusform>
        </translation>
    </message>
    <message>
        <source>The row has %1, the header has %2.</source>
        <translation>Die Zeile hat %1, die Kopfzeile %2.</translation>
    </message>
    <message>
        <source>The quote opened in line %1 is not closed.</source>
        <translation>Das in Zeile %1 geöffnete Anführungszeichen ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>The row holds bytes that are no text in the encoding of this file.</source>
        <translation>Die Zeile enthält Bytes, die in der Zeichenkodierung dieser Datei kein Text sind.</translation>
    </message>
    <message>
        <source>The row is longer than 4 MiB; the rest of it was left out.</source>
        <translation>Die Zeile ist länger als 4 MiB; der Rest wurde weggelassen.</translation>
    </message>
    <message>
        <source>Line %1 is not as JSON is written: %2.</source>
        <translation>Zeile %1 ist kein gültiges JSON: %2.</translation>
    </message>
    <message>
        <source>The row has &quot;%1&quot;, which none of the first rows has, so that it is no column. Its value stands behind the columns.</source>
        <translation>Die Zeile enthält „%1“, das keine der ersten Zeilen hat und das daher keine Spalte ist. Der Wert steht hinter den Spalten.</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>Der Name fehlt.</translation>
    </message>
    <message>
        <source>The text holds a NUL character, which cannot be stored.</source>
        <translation>Der Text enthält ein NUL-Zeichen, das nicht gespeichert werden kann.</translation>
    </message>
    <message numerus="yes">
        <source>The name has %n characters, this book takes %1.</source>
        <translation>
            <numerusform>Der Name hat %n Zeichen, dieses Kundenbuch nimmt %1.</numerusform>
            <numerusform>Der Name hat %n Zeichen, dieses Kundenbuch nimmt %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The e-mail address has %n characters, this book takes %1.</source>
        <translation>
            <numerusform>Die E-Mail-Adresse hat %n Zeichen, dieses Kundenbuch nimmt %1.</numerusform>
            <numerusform>Die E-Mail-Adresse hat %n Zeichen, dieses Kundenbuch nimmt %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The phone number has %n characters, this book takes %1.</source>
        <translation>
            <numerusform>Die Telefonnummer hat %n Zeichen, dieses Kundenbuch nimmt %1.</numerusform>
            <numerusform>Die Telefonnummer hat %n Zeichen, dieses Kundenbuch nimmt %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is not clear whether this means active. Write yes or no.</source>
        <translation>Es ist nicht klar, ob das aktiv bedeutet. Schreiben Sie yes oder no.</translation>
    </message>
    <message>
        <source>This is not a date as year, month, day.</source>
        <translation>Das ist kein Datum in der Form Jahr, Monat, Tag.</translation>
    </message>
    <message>
        <source>This is not a date as day, month, year.</source>
        <translation>Das ist kein Datum in der Form Tag, Monat, Jahr.</translation>
    </message>
    <message>
        <source>This is not a date as month, day, year.</source>
        <translation>Das ist kein Datum in der Form Monat, Tag, Jahr.</translation>
    </message>
    <message>
        <source>This is not a number of seconds since 1970.</source>
        <translation>Das ist keine Anzahl von Sekunden seit 1970.</translation>
    </message>
    <message>
        <source>This is not a number of milliseconds since 1970.</source>
        <translation>Das ist keine Anzahl von Millisekunden seit 1970.</translation>
    </message>
    <message>
        <source>This is not a day as spreadsheets count them.</source>
        <translation>Das ist kein Tag, wie Tabellenkalkulationen sie zählen.</translation>
    </message>
    <message>
        <source>This is not a date as %1.</source>
        <translation>Das ist kein Datum in der Form %1.</translation>
    </message>
    <message>
        <source>Line %1 of this file has the same e-mail address.</source>
        <translation>Zeile %1 dieser Datei hat dieselbe E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Customer #%1 (%2) already has this e-mail address.</source>
        <translation>Kunde Nr. %1 (%2) hat diese E-Mail-Adresse bereits.</translation>
    </message>
    <message>
        <source>“%1” is neither yes nor no. Write active:yes or active:no.</source>
        <translation>„%1“ ist weder ja noch nein. Schreiben Sie active:yes oder active:no.</translation>
    </message>
    <message>
        <source>“%1” names no time. Write a year, a month or a day (created:2024, created:2024-05, created:2024-05-17), a span (created:2024-05..2024-07, updated:&gt;=2024) or how long ago it was (updated:&lt;7d, with h, d, w, m or y).</source>
        <translation>„%1“ nennt keine Zeit. Schreiben Sie ein Jahr, einen Monat oder einen Tag (created:2024, created:2024-05, created:2024-05-17), eine Spanne (created:2024-05..2024-07, updated:&gt;=2024) oder wie lange es her ist (updated:&lt;7d, mit h, d, w, m oder y).</translation>
    </message>
    <message>
        <source>“%1” names no customer&apos;s number. Write id:42, or several: id:42,57.</source>
        <translation>„%1“ ist keine Kundennummer. Schreiben Sie id:42 oder mehrere: id:42,57.</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>active or not</source>
        <translation>aktiv oder nicht</translation>
    </message>
    <message>
        <source>time of creation</source>
        <translation>Erstellungszeit</translation>
    </message>
    <message>
        <source>time of change</source>
        <translation>Änderungszeit</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>No index has the order by %1: all customers are read for each page of it.</source>
        <translation>Für die Sortierung nach %1 gibt es keinen Index: Für jede Seite werden alle Kunden gelesen.</translation>
    </message>
    <message>
        <source>e-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>phone number</source>
        <translation>Telefonnummer</translation>
    </message>
    <message>
        <source>active state</source>
        <translation>Aktiv-Status</translation>
    </message>
    <message>
        <source>The database does not accept this %1.</source>
        <translation>Die Datenbank nimmt diesen Wert nicht an: %1.</translation>
    </message>
    <message>
        <source>The database does not accept this customer: its rule %1 is broken.</source>
        <translation>Die Datenbank nimmt diesen Kunden nicht an: Ihre Regel %1 ist verletzt.</translation>
    </message>
    <message>
        <source>The database does not accept this customer.</source>
        <translation>Die Datenbank nimmt diesen Kunden nicht an.</translation>
    </message>
    <message>
        <source>Another customer already has this %1.</source>
        <translation>Ein anderer Kunde hat bereits denselben Wert: %1.</translation>
    </message>
    <message>
        <source>Another customer already has the e-mail address %1.</source>
        <translation>Ein anderer Kunde hat bereits die E-Mail-Adresse %1.</translation>
    </message>
    <message>
        <source>Another customer already has this e-mail address.</source>
        <translation>Ein anderer Kunde hat diese E-Mail-Adresse bereits.</translation>
    </message>
    <message>
        <source>This was cancelled.</source>
        <translation>Dies wurde abgebrochen.</translation>
    </message>
    <message>
        <source>%1 is not valid.</source>
        <translation>%1 ist nicht gültig.</translation>
    </message>
    <message>
        <source>This is not valid.</source>
        <translation>Das ist nicht gültig.</translation>
    </message>
    <message>
        <source>%1 was not found.</source>
        <translation>%1 wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>This was not found.</source>
        <translation>Das wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>Somebody else has changed this meanwhile.</source>
        <translation>Jemand anderes hat das inzwischen geändert.</translation>
    </message>
    <message>
        <source>No connection to %1.</source>
        <translation>Keine Verbindung zu %1.</translation>
    </message>
    <message>
        <source>No connection to the database.</source>
        <translation>Keine Verbindung zur Datenbank.</translation>
    </message>
    <message>
        <source>%1 refused the user name or the password.</source>
        <translation>%1 hat den Benutzernamen oder das Passwort abgelehnt.</translation>
    </message>
    <message>
        <source>The database refused the user name or the password.</source>
        <translation>Die Datenbank hat den Benutzernamen oder das Passwort abgelehnt.</translation>
    </message>
    <message>
        <source>There is no database %1 on this server.</source>
        <translation>Auf diesem Server gibt es keine Datenbank %1.</translation>
    </message>
    <message>
        <source>This database is not on the server.</source>
        <translation>Diese Datenbank gibt es auf dem Server nicht.</translation>
    </message>
    <message>
        <source>The connection to the database was lost. Nothing was changed.</source>
        <translation>Die Verbindung zur Datenbank ist abgebrochen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The connection was lost while saving. It is not known whether the change was saved.</source>
        <translation>Die Verbindung ist beim Speichern abgebrochen. Es ist nicht bekannt, ob die Änderung gespeichert wurde.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The database did not answer in time.</source>
        <translation>Die Datenbank hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>Every connection that this program may open was in use for as long as one may wait. Nothing was changed.</source>
        <translation>Alle Verbindungen, die dieses Programm öffnen darf, waren so lange belegt, wie gewartet werden darf. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>%1 is locked by another program.</source>
        <translation>%1 ist durch ein anderes Programm gesperrt.</translation>
    </message>
    <message>
        <source>The database is locked by another program.</source>
        <translation>Die Datenbank ist durch ein anderes Programm gesperrt.</translation>
    </message>
    <message>
        <source>Others changed the same customers at the same moment. Nothing was changed.</source>
        <translation>Andere haben im selben Moment dieselben Kunden geändert. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>You do not have the right to do this with %1.</source>
        <translation>Sie haben nicht das Recht, dies mit %1 zu tun.</translation>
    </message>
    <message>
        <source>You do not have the right to do this.</source>
        <translation>Sie haben nicht das Recht, dies zu tun.</translation>
    </message>
    <message>
        <source>%1 is read-only.</source>
        <translation>%1 ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>This book is read-only.</source>
        <translation>Dieses Kundenbuch ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>There is no room left on the disk for %1.</source>
        <translation>Auf dem Datenträger ist kein Platz mehr für %1.</translation>
    </message>
    <message>
        <source>There is no room left on the disk.</source>
        <translation>Auf dem Datenträger ist kein Platz mehr.</translation>
    </message>
    <message>
        <source>This database has no customer table yet.</source>
        <translation>Diese Datenbank hat noch keine Kundentabelle.</translation>
    </message>
    <message>
        <source>The table customer in this database is something else.</source>
        <translation>Die Tabelle customer in dieser Datenbank ist etwas anderes.</translation>
    </message>
    <message>
        <source>%1 is not supported here.</source>
        <translation>%1 wird hier nicht unterstützt.</translation>
    </message>
    <message>
        <source>This is not supported here.</source>
        <translation>Das wird hier nicht unterstützt.</translation>
    </message>
    <message>
        <source>The file %1 cannot be used.</source>
        <translation>Die Datei %1 kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>The file cannot be used.</source>
        <translation>Die Datei kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>Something went wrong in this program.</source>
        <translation>In diesem Programm ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>Look at both versions and choose.</source>
        <translation>Sehen Sie sich beide Fassungen an, und wählen Sie.</translation>
    </message>
    <message>
        <source>Use another address, or open that customer.</source>
        <translation>Verwenden Sie eine andere Adresse, oder öffnen Sie jenen Kunden.</translation>
    </message>
    <message>
        <source>Change the value and save again.</source>
        <translation>Ändern Sie den Wert, und speichern Sie erneut.</translation>
    </message>
    <message>
        <source>Check the host, the port and the network, then try again.</source>
        <translation>Prüfen Sie den Host, den Port und das Netzwerk, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Check the user name and the password in the connection.</source>
        <translation>Prüfen Sie den Benutzernamen und das Passwort der Verbindung.</translation>
    </message>
    <message>
        <source>Check the name of the database in the connection, or have it created.</source>
        <translation>Prüfen Sie den Namen der Datenbank in der Verbindung, oder lassen Sie sie anlegen.</translation>
    </message>
    <message>
        <source>Try again once the network is back.</source>
        <translation>Versuchen Sie es erneut, sobald das Netzwerk wieder da ist.</translation>
    </message>
    <message>
        <source>Look at the customer before you try again.</source>
        <translation>Sehen Sie sich den Kunden an, bevor Sie es erneut versuchen.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Wait until an import or export is done, or cancel one, then try again.</source>
        <translation>Warten Sie, bis ein Import oder Export fertig ist, oder brechen Sie einen ab, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Close the other program or wait until it is done, then try again.</source>
        <translation>Schließen Sie das andere Programm, oder warten Sie, bis es fertig ist, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Ask whoever manages the database for the right to do it.</source>
        <translation>Bitten Sie den Verwalter der Datenbank um das Recht dazu.</translation>
    </message>
    <message>
        <source>Open a book that you may change, or ask for the right to change this one.</source>
        <translation>Öffnen Sie ein Kundenbuch, das Sie ändern dürfen, oder bitten Sie um das Recht, dieses zu ändern.</translation>
    </message>
    <message>
        <source>Make room on the disk, then try again.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Create the tables first.</source>
        <translation>Legen Sie zuerst die Tabellen an.</translation>
    </message>
    <message>
        <source>Choose another database. This table is not touched.</source>
        <translation>Wählen Sie eine andere Datenbank. Diese Tabelle wird nicht angerührt.</translation>
    </message>
    <message>
        <source>Please report it, with what you did before.</source>
        <translation>Bitte melden Sie es, und was Sie davor getan haben.</translation>
    </message>
    <message>
        <source>%1 is a folder.</source>
        <translation>%1 ist ein Ordner.</translation>
    </message>
    <message>
        <source>This is a folder.</source>
        <translation>Das ist ein Ordner.</translation>
    </message>
    <message>
        <source>Choose one of the files in it.</source>
        <translation>Wählen Sie eine der Dateien darin.</translation>
    </message>
    <message>
        <source>%1 is not a file.</source>
        <translation>%1 ist keine Datei.</translation>
    </message>
    <message>
        <source>This is not a file.</source>
        <translation>Das ist keine Datei.</translation>
    </message>
    <message>
        <source>Save what it gives to a file, and open that.</source>
        <translation>Speichern Sie, was es liefert, in eine Datei, und öffnen Sie diese.</translation>
    </message>
    <message>
        <source>Nothing can be written to the folder %1 beside the program.</source>
        <translation>In den Ordner %1 neben dem Programm kann nichts geschrieben werden.</translation>
    </message>
    <message>
        <source>Nothing can be written beside the program.</source>
        <translation>Neben dem Programm kann nichts geschrieben werden.</translation>
    </message>
    <message>
        <source>Move Clientele to where you may write, or take the file clientele.portable away: then it uses your own folders.</source>
        <translation>Verschieben Sie Clientele dorthin, wo Sie schreiben dürfen, oder entfernen Sie die Datei clientele.portable: Dann benutzt es Ihre eigenen Ordner.</translation>
    </message>
    <message>
        <source>There is no keychain here that can be used (%1).</source>
        <translation>Hier gibt es keinen Schlüsselbund, der verwendet werden kann (%1).</translation>
    </message>
    <message>
        <source>There is no keychain here.</source>
        <translation>Hier gibt es keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>Passwords are kept for a session only.</source>
        <translation>Passwörter werden nur für eine Sitzung behalten.</translation>
    </message>
    <message>
        <source>The keychain is locked, or holds no password for %1.</source>
        <translation>Der Schlüsselbund ist gesperrt oder enthält kein Passwort für %1.</translation>
    </message>
    <message>
        <source>The keychain is locked, or does not hold this password.</source>
        <translation>Der Schlüsselbund ist gesperrt oder enthält dieses Passwort nicht.</translation>
    </message>
    <message>
        <source>Unlock it, or type the password and have it remembered again.</source>
        <translation>Entsperren Sie ihn, oder geben Sie das Passwort ein, und lassen Sie es erneut speichern.</translation>
    </message>
    <message>
        <source>The password of %1 that is to be remembered is missing.</source>
        <translation>Das Passwort von %1, das gespeichert werden soll, fehlt.</translation>
    </message>
    <message>
        <source>The password that is to be remembered is missing.</source>
        <translation>Das Passwort, das gespeichert werden soll, fehlt.</translation>
    </message>
    <message>
        <source>Type it and save again.</source>
        <translation>Geben Sie es ein, und speichern Sie erneut.</translation>
    </message>
    <message>
        <source>The keychain gives %1 no access.</source>
        <translation>Der Schlüsselbund gibt %1 keinen Zugriff.</translation>
    </message>
    <message>
        <source>The keychain is locked, or gives no access.</source>
        <translation>Der Schlüsselbund ist gesperrt oder gibt keinen Zugriff.</translation>
    </message>
    <message>
        <source>Unlock it and try again, or type the password.</source>
        <translation>Entsperren Sie ihn, und versuchen Sie es erneut, oder geben Sie das Passwort ein.</translation>
    </message>
    <message>
        <source>The keychain does not answer %1.</source>
        <translation>Der Schlüsselbund antwortet %1 nicht.</translation>
    </message>
    <message>
        <source>The keychain does not answer.</source>
        <translation>Der Schlüsselbund antwortet nicht.</translation>
    </message>
    <message>
        <source>If it is cut off it cannot go on, only be done anew: how far an import got is kept from revision 0004 of the table on. Upgrade the book first to have that.</source>
        <translation>Wird er unterbrochen, kann er nicht fortgesetzt, sondern nur neu begonnen werden: Wie weit ein Import gekommen ist, wird erst ab Revision 0004 der Tabelle festgehalten. Aktualisieren Sie dafür zuerst das Kundenbuch.</translation>
    </message>
</context>
</TS>
