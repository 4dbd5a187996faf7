<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>clientele::CheckStep</name>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln update</source>
        <translation>
            <numerusform>%Ln update</numerusform>
            <numerusform>%Ln update</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unchanged</source>
        <translation>
            <numerusform>%Ln unchanged</numerusform>
            <numerusform>%Ln unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln duplicates</source>
        <translation>
            <numerusform>%Ln duplicate</numerusform>
            <numerusform>%Ln duplicates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rejected</source>
        <translation>
            <numerusform>%Ln rejected</numerusform>
            <numerusform>%Ln rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows read</source>
        <translation>
            <numerusform>%Ln row read</numerusform>
            <numerusform>%Ln rows read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %1 of about %Ln rows</source>
        <translation>
            <numerusform>The first %1 of about %Ln row</numerusform>
            <numerusform>The first %1 of about %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take back %n changes</source>
        <translation>
            <numerusform>Take back %n change</numerusform>
            <numerusform>Take back %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clientele::ConnectionsPage</name>
    <message numerus="yes">
        <source>at work, %n of them for imports and exports</source>
        <translation>
            <numerusform>at work, %n of them for imports and exports</numerusform>
            <numerusform>at work, %n of them for imports and exports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clientele::CustomersPage</name>
    <message numerus="yes">
        <source>%Ln customers have changes from last time that are not saved yet.</source>
        <translation>
            <numerusform>%Ln customer has changes from last time that are not saved yet.</numerusform>
            <numerusform>%Ln customers have changes from last time that are not saved yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added %Ln sample customers.</source>
        <translation>
            <numerusform>Added %Ln sample customer.</numerusform>
            <numerusform>Added %Ln sample customers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln customers</source>
        <translation>
            <numerusform>about %Ln customer</numerusform>
            <numerusform>about %Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln found</source>
        <translation>
            <numerusform>about %Ln found</numerusform>
            <numerusform>about %Ln found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clientele::DetailsPanel</name>
    <message numerus="yes">
        <source>%Ln customers selected</source>
        <translation>
            <numerusform>%Ln customer selected</numerusform>
            <numerusform>%Ln customers selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clientele::EditController</name>
    <message numerus="yes">
        <source>%Ln customers</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clientele::ExportChoices</name>
    <message numerus="yes">
        <source>&amp;All %Ln customers of the book</source>
        <translation>
            <numerusform>&amp;All of the book: %Ln customer</numerusform>
            <numerusform>&amp;All %Ln customers of the book</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln that the table sho&amp;ws now</source>
        <translation>
            <numerusform>The one that the table sho&amp;ws now</numerusform>
            <numerusform>The %Ln that the table sho&amp;ws now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln that are selecte&amp;d</source>
        <translation>
            <numerusform>The one that is selecte&amp;d</numerusform>
            <numerusform>The %Ln that are selecte&amp;d</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clientele::FileStep</name>
    <message numerus="yes">
        <source>The import of %1 of %2 was cut off after %Ln rows. %3</source>
        <translation>
            <numerusform>The import of %1 of %2 was cut off after %Ln row. %3</numerusform>
            <numerusform>The import of %1 of %2 was cut off after %Ln rows. %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The import of %1 of %2 was cut off after %Ln rows.</source>
        <translation>
            <numerusform>The import of %1 of %2 was cut off after %Ln row.</numerusform>
            <numerusform>The import of %1 of %2 was cut off after %Ln rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clientele::FilterChips</name>
    <message numerus="yes">
        <source>%n more filters</source>
        <translation>
            <numerusform>%n more filter</numerusform>
            <numerusform>%n more filters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clientele::FormatStep</name>
    <message numerus="yes">
        <source>The first rows, in %n columns. If letters look wrong, choose another encoding.</source>
        <translation>
            <numerusform>The first rows, in %n column. If letters look wrong, choose another encoding.</numerusform>
            <numerusform>The first rows, in %n columns. If letters look wrong, choose another encoding.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clientele::ImportDialog</name>
    <message numerus="yes">
        <source>&amp;Import %Ln rows</source>
        <translation>
            <numerusform>&amp;Import %Ln row</numerusform>
            <numerusform>&amp;Import %Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clientele::ImportReportView</name>
    <message numerus="yes">
        <source>%Ln customers updated in %1</source>
        <translation>
            <numerusform>%Ln customer updated in %1</numerusform>
            <numerusform>%Ln customers updated in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers imported in %1</source>
        <translation>
            <numerusform>%Ln customer imported in %1</numerusform>
            <numerusform>%Ln customers imported in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>rows read</source>
        <translation>
            <numerusform>row read</numerusform>
            <numerusform>rows read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clientele::JobsIndicator</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clientele::LogPage</name>
    <message numerus="yes">
        <source>%Ln records</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clientele::MainWindow</name>
    <message numerus="yes">
        <source>%n imports and exports are still running</source>
        <translation>
            <numerusform>%n import or export is still running</numerusform>
            <numerusform>%n imports and exports are still running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clientele::RowCollector</name>
    <message numerus="yes">
        <source>More than %Ln customers at once do not fit. Narrow the search first, or export them to a file.</source>
        <translation>
            <numerusform>More than %Ln customer at once does not fit. Narrow the search first, or export them to a file.</numerusform>
            <numerusform>More than %Ln customers at once do not fit. Narrow the search first, or export them to a file.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clientele::SelectionActs</name>
    <message numerus="yes">
        <source>Restore %Ln customers?</source>
        <translation>
            <numerusform>Restore %Ln customer?</numerusform>
            <numerusform>Restore %Ln customers?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deactivate %Ln customers?</source>
        <translation>
            <numerusform>Deactivate %Ln customer?</numerusform>
            <numerusform>Deactivate %Ln customers?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln customers for good?</source>
        <translation>
            <numerusform>Delete %Ln customer for good?</numerusform>
            <numerusform>Delete %Ln customers for good?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln customers</source>
        <translation>
            <numerusform>Delete %Ln customer</numerusform>
            <numerusform>Delete %Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln customers.</source>
        <translation>
            <numerusform>Copied %Ln customer.</numerusform>
            <numerusform>Copied %Ln customers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clientele::StatusLine</name>
    <message numerus="yes">
        <source>%Ln unsaved</source>
        <translation>
            <numerusform>%Ln unsaved</numerusform>
            <numerusform>%Ln unsaved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clientele::jobwording</name>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows/s</source>
        <translation>
            <numerusform>%Ln row/s</numerusform>
            <numerusform>%Ln rows/s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln updated</source>
        <translation>
            <numerusform>%Ln updated</numerusform>
            <numerusform>%Ln updated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unchanged</source>
        <translation>
            <numerusform>%Ln unchanged</numerusform>
            <numerusform>%Ln unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped</source>
        <translation>
            <numerusform>%Ln skipped</numerusform>
            <numerusform>%Ln skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rejected</source>
        <translation>
            <numerusform>%Ln rejected</numerusform>
            <numerusform>%Ln rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers written</source>
        <translation>
            <numerusform>%Ln customer written</numerusform>
            <numerusform>%Ln customers written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln rows are read. Finishing the file…</source>
        <translation>
            <numerusform>The one row is read. Finishing the file…</numerusform>
            <numerusform>All %Ln rows are read. Finishing the file…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clientele::rules</name>
    <message numerus="yes">
        <source>Here is room for %n characters; these are %1.</source>
        <translation>
            <numerusform>Here is room for %n character; these are %1.</numerusform>
            <numerusform>Here is room for %n characters; these are %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message numerus="yes">
        <source>%n fields</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The name has %n characters, this book takes %1.</source>
        <translation>
            <numerusform>The name has %n character, this book takes %1.</numerusform>
            <numerusform>The name has %n characters, this book takes %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The e-mail address has %n characters, this book takes %1.</source>
        <translation>
            <numerusform>The e-mail address has %n character, this book takes %1.</numerusform>
            <numerusform>The e-mail address has %n characters, this book takes %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The phone number has %n characters, this book takes %1.</source>
        <translation>
            <numerusform>The phone number has %n character, this book takes %1.</numerusform>
            <numerusform>The phone number has %n characters, this book takes %1.</numerusform>
        </translation>
    </message>
</context>
</TS>
