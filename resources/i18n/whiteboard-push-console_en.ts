<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>Cli::OutputText</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cli::RecoverJob</name>
    <message numerus="yes">
        <source>%n stop(s) of the last seven days had no effect, and none came later: these tasks may be running.</source>
        <translation>
            <numerusform>%n stop of the last seven days had no effect, and none came later: this task may be running.</numerusform>
            <numerusform>%n stops of the last seven days had no effect, and none came later: these tasks may be running.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cli::StopJob</name>
    <message numerus="yes">
        <source>%n running task(s) left out: the service does not say since when.</source>
        <translation>
            <numerusform>%n running task left out: the service does not say since when.</numerusform>
            <numerusform>%n running tasks left out: the service does not say since when.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stop %n running task(s) of application %1? [y/N] </source>
        <translation>
            <numerusform>Stop %n running task of application %1? [y/N] </numerusform>
            <numerusform>Stop %n running tasks of application %1? [y/N] </numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cli::WatchJob</name>
    <message numerus="yes">
        <source>Application %1: %n running</source>
        <translation>
            <numerusform>Application %1: %n running</numerusform>
            <numerusform>Application %1: %n running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::AccountsPage</name>
    <message numerus="yes">
        <source>%n application(s) found:</source>
        <translation>
            <numerusform>%n application found:</numerusform>
            <numerusform>%n applications found:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::AddTasksDialog</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) to add.</source>
        <translation>
            <numerusform>%n task to add.</numerusform>
            <numerusform>%n tasks to add.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) without application: choose one above.</source>
        <translation>
            <numerusform>%n task without application: choose one above.</numerusform>
            <numerusform>%n tasks without application: choose one above.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the list already.</source>
        <translation>
            <numerusform>%n in the list already.</numerusform>
            <numerusform>%n in the list already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) repeated.</source>
        <translation>
            <numerusform>%n line repeated.</numerusform>
            <numerusform>%n lines repeated.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) not understood.</source>
        <translation>
            <numerusform>%n piece not understood.</numerusform>
            <numerusform>%n pieces not understood.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::BehaviourPage</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::BulkStopPanel</name>
    <message numerus="yes">
        <source>Stopping %n push task(s)</source>
        <translation>
            <numerusform>Stopping %n push task</numerusform>
            <numerusform>Stopping %n push tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n push task(s) have stopped</source>
        <translation>
            <numerusform>The %n push task has stopped</numerusform>
            <numerusform>All %n push tasks have stopped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n push task(s) have stopped</source>
        <translation>
            <numerusform>%1 of %n push task have stopped</numerusform>
            <numerusform>%1 of %n push tasks have stopped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::CloseFlow</name>
    <message numerus="yes">
        <source>%n stop(s) are not confirmed yet.</source>
        <translation>
            <numerusform>%n stop is not confirmed yet.</numerusform>
            <numerusform>%n stops are not confirmed yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n start(s) have no answer yet.</source>
        <translation>
            <numerusform>%n start has no answer yet.</numerusform>
            <numerusform>%n starts have no answer yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) will not be stopped while the console is closed.</source>
        <translation>
            <numerusform>%n task will not be stopped while the console is closed.</numerusform>
            <numerusform>%n tasks will not be stopped while the console is closed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::ExportFlow</name>
    <message numerus="yes">
        <source>%n line(s) written to %1</source>
        <translation>
            <numerusform>%n line written to %1</numerusform>
            <numerusform>%n lines written to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::FindRunning</name>
    <message numerus="yes">
        <source>%n task(s) running</source>
        <translation>
            <numerusform>%n task running</numerusform>
            <numerusform>%n tasks running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new in the list</source>
        <translation>
            <numerusform>%n new in the list</numerusform>
            <numerusform>%n new in the list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::GuardFlow</name>
    <message numerus="yes">
        <source>%n task(s) will be stopped at %1</source>
        <translation>
            <numerusform>%n task will be stopped at %1</numerusform>
            <numerusform>%n tasks will be stopped at %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) will keep running</source>
        <translation>
            <numerusform>%n task will keep running</numerusform>
            <numerusform>%n tasks will keep running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::GuardNotice</name>
    <message numerus="yes">
        <source>%n planned stop(s) dropped</source>
        <translation>
            <numerusform>%n planned stop dropped</numerusform>
            <numerusform>%n planned stops dropped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n push task(s) could not be stopped</source>
        <translation>
            <numerusform>%n push task could not be stopped</numerusform>
            <numerusform>%n push tasks could not be stopped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n push task(s) running for long</source>
        <translation>
            <numerusform>%n push task running for long</numerusform>
            <numerusform>%n push tasks running for long</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n push tasks are going to be stopped, the first at %1</source>
        <translation>
            <numerusform>%n push task is going to be stopped, at %1</numerusform>
            <numerusform>%n push tasks are going to be stopped, the first at %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n push task(s) due to be stopped go on running</source>
        <translation>
            <numerusform>%n push task due to be stopped goes on running</numerusform>
            <numerusform>%n push tasks due to be stopped go on running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::HistoryPage</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %n request(s); scroll down for more</source>
        <translation>
            <numerusform>The newest %n request; scroll down for more</numerusform>
            <numerusform>The newest %n requests; scroll down for more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) exported</source>
        <translation>
            <numerusform>%n request exported</numerusform>
            <numerusform>%n requests exported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::MainWindow</name>
    <message numerus="yes">
        <source>%n running task(s) found</source>
        <translation>
            <numerusform>%n running task found</numerusform>
            <numerusform>%n running tasks found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::RecoveryNotice</name>
    <message numerus="yes">
        <source>%n stop(s) of an earlier run have no outcome. Finding out what became of them…</source>
        <translation>
            <numerusform>%n stop of an earlier run has no outcome. Finding out what became of it…</numerusform>
            <numerusform>%n stops of an earlier run have no outcome. Finding out what became of them…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stopped.</source>
        <translation>
            <numerusform>%n stopped.</numerusform>
            <numerusform>%n stopped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed.</source>
        <translation>
            <numerusform>%n failed.</numerusform>
            <numerusform>%n failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n had no effect and may still be running.</source>
        <translation>
            <numerusform>%n had no effect and may still be running.</numerusform>
            <numerusform>%n had no effect and may still be running.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still unknown, and still running when last asked.</source>
        <translation>
            <numerusform>%n still unknown, and still running when last asked.</numerusform>
            <numerusform>%n still unknown, and still running when last asked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still unknown.</source>
        <translation>
            <numerusform>%n still unknown.</numerusform>
            <numerusform>%n still unknown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::RemovalFlow</name>
    <message numerus="yes">
        <source>A Stop of %n of these task(s) is under way. Remove all the same?</source>
        <translation>
            <numerusform>A Stop of %n of these tasks is under way. Remove all the same?</numerusform>
            <numerusform>Stops of %n of these tasks are under way. Remove all the same?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) removed from the list.</source>
        <translation>
            <numerusform>%n task removed from the list.</numerusform>
            <numerusform>%n tasks removed from the list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) put back on the list, as they were.</source>
        <translation>
            <numerusform>%n task put back on the list, as it was.</numerusform>
            <numerusform>%n tasks put back on the list, as they were.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them go(es) on running: nothing was stopped.</source>
        <translation>
            <numerusform>%n of them goes on running: nothing was stopped.</numerusform>
            <numerusform>%n of them go on running: nothing was stopped.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::StartDialog</name>
    <message numerus="yes">
        <source>%n field(s) need another look.</source>
        <translation>
            <numerusform>%n field need another look.</numerusform>
            <numerusform>%n fields need another look.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::StopAtDialog</name>
    <message numerus="yes">
        <source>When are %n push task(s) to be stopped? An earlier plan is replaced.</source>
        <translation>
            <numerusform>When is %n push task to be stopped? An earlier plan is replaced.</numerusform>
            <numerusform>When are %n push tasks to be stopped? An earlier plan is replaced.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::StopFlow</name>
    <message numerus="yes">
        <source>%1 (%n task(s))</source>
        <translation>
            <numerusform>%1 (%n task)</numerusform>
            <numerusform>%1 (%n tasks)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stop %n push task(s)?</source>
        <translation>
            <numerusform>Stop %n push task?</numerusform>
            <numerusform>Stop %n push tasks?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected task(s) already stopped or being stopped are left out.</source>
        <translation>
            <numerusform>%n selected task already stopped or being stopped is left out.</numerusform>
            <numerusform>%n selected tasks already stopped or being stopped are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Stop %n task(s)</source>
        <translation>
            <numerusform>&amp;Stop %n task</numerusform>
            <numerusform>&amp;Stop %n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup push(es) of these tasks included.</source>
        <translation>
            <numerusform>%n backup push of these tasks included.</numerusform>
            <numerusform>%n backup pushes of these tasks included.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::StopRoomDialog</name>
    <message numerus="yes">
        <source>%n task(s) will be stopped, and what is known of their backup pushes.</source>
        <translation>
            <numerusform>%n task will be stopped, and what is known of its backup push.</numerusform>
            <numerusform>%n tasks will be stopped, and what is known of their backup pushes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::TaskActions</name>
    <message numerus="yes">
        <source>%n task(s) added</source>
        <translation>
            <numerusform>%n task added</numerusform>
            <numerusform>%n tasks added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Refreshing %n task(s)</source>
        <translation>
            <numerusform>Refreshing %n task</numerusform>
            <numerusform>Refreshing %n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Label of %n tasks:</source>
        <translation>
            <numerusform>Label of %n task:</numerusform>
            <numerusform>Label of %n tasks:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::TaskPage</name>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::TimelinePage</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>running for %n hour(s) or longer</source>
        <translation>
            <numerusform>running for %n hour or longer</numerusform>
            <numerusform>running for %n hours or longer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::TokenNotice</name>
    <message numerus="yes">
        <source>Account %1: %2. %n stop(s) wait, and go on when new credentials are saved.</source>
        <translation>
            <numerusform>Account %1: %2. %n stop waits, and goes on when new credentials are saved.</numerusform>
            <numerusform>Account %1: %2. %n stops wait, and go on when new credentials are saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::TrayIcon</name>
    <message numerus="yes">
        <source>%n task(s) running</source>
        <translation>
            <numerusform>%n task running</numerusform>
            <numerusform>%n tasks running</numerusform>
        </translation>
    </message>
</context>
</TS>
