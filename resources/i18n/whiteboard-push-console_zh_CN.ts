<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>App::DemoCourse</name>
    <message>
        <source>The demo did not come to its end in time.</source>
        <translation>演示未能在规定时间内结束。</translation>
    </message>
    <message>
        <source>The simulator has not the tasks that the demo needs.</source>
        <translation>模拟器中没有演示所需的任务。</translation>
    </message>
</context>
<context>
    <name>App::DemoText</name>
    <message>
        <source>The window&apos;s picture: %1</source>
        <translation>窗口截图：%1</translation>
    </message>
    <message>
        <source>The picture cannot be written: %1</source>
        <translation>无法写入图片：%1</translation>
    </message>
</context>
<context>
    <name>App::FileText</name>
    <message>
        <source>No TaskId is given.</source>
        <translation>未指定 TaskId。</translation>
    </message>
    <message>
        <source>There is no PEM certificate in this file.</source>
        <translation>此文件中没有 PEM 证书。</translation>
    </message>
    <message>
        <source>--app SDKAPPID is missing, and the template names no SdkAppId.</source>
        <translation>缺少 --app SDKAPPID，且模板中没有 SdkAppId。</translation>
    </message>
</context>
<context>
    <name>App::WindowSession</name>
    <message>
        <source>Simulator</source>
        <translation>模拟器</translation>
    </message>
</context>
<context>
    <name>App::WindowText</name>
    <message>
        <source>There is no display to open a window on. Commands need none: see whiteboard-push-console --help.</source>
        <translation>没有可用于打开窗口的显示器。命令行方式无需显示器：参见 whiteboard-push-console --help。</translation>
    </message>
    <message>
        <source>Another window is open already, but it does not answer. Wait a moment and start again. If that does not help, end the process whiteboard-push-console and start anew: what was under way is found out then.</source>
        <translation>已有另一个窗口打开，但没有响应。请稍候再次启动。如果仍然无效，请结束 whiteboard-push-console 进程后重新启动：届时会查明尚未完成的操作。</translation>
    </message>
    <message>
        <source>Whiteboard Push Console</source>
        <translation>白板推流控制台</translation>
    </message>
</context>
<context>
    <name>Cli::AccountText</name>
    <message>
        <source>--region is missing: the region at that endpoint.</source>
        <translation>缺少 --region：该接入点的地域。</translation>
    </message>
    <message>
        <source>There is no profile &quot;%1&quot;.</source>
        <translation>没有名为“%1”的账号配置。</translation>
    </message>
    <message>
        <source>Neither the environment nor the settings have credentials. Set TENCENTCLOUD_SECRET_ID and TENCENTCLOUD_SECRET_KEY, or add an account in the window&apos;s settings.</source>
        <translation>环境变量和设置中均没有凭证。请设置 TENCENTCLOUD_SECRET_ID 和 TENCENTCLOUD_SECRET_KEY，或在窗口的设置中添加账号。</translation>
    </message>
</context>
<context>
    <name>Cli::HelpText</name>
    <message>
        <source>Credentials come from the profile&apos;s keyring entry (--profile), else from the environment
(TENCENTCLOUD_SECRET_ID, TENCENTCLOUD_SECRET_KEY, TENCENTCLOUD_TOKEN, TENCENTCLOUD_REGION), else from
the default profile. They are never taken from an argument.</source>
        <translation>凭证取自账号配置在系统密钥环中的条目（--profile），否则取自环境变量
（TENCENTCLOUD_SECRET_ID、TENCENTCLOUD_SECRET_KEY、TENCENTCLOUD_TOKEN、TENCENTCLOUD_REGION），
再否则取自默认账号配置。绝不会从命令行参数读取凭证。</translation>
    </message>
    <message>
        <source>Exit status: 0 done, 1 something failed, 2 the command line is wrong, 3 something is unknown or
was not sent (also after Ctrl-C), 4 no credentials. After 2 and 4 nothing was sent.</source>
        <translation>退出状态：0 完成，1 有失败，2 命令行有误，3 有未知或未发送的结果
（按 Ctrl-C 后也是如此），4 没有凭证。状态为 2 和 4 时未发送任何请求。</translation>
    </message>
    <message>
        <source>Shows one task as the service sees it now.</source>
        <translation>显示服务端当前所见的单个任务。</translation>
    </message>
    <message>
        <source>Shows the requests that were sent from here, newest first. Needs neither network nor credentials.
--profile shows those of one account; &quot;env&quot; is the account of the environment.
With --json one object a request: time, profile, action, taskId, sdkAppId, outcome, requestId,
errorCode, attempt, latencyMs.</source>
        <translation>显示从本机发出的请求，最新的在前。无需网络和凭证。
--profile 显示某个账号的请求；“env”是环境变量中的账号。
使用 --json 时，每个请求输出一个对象：time、profile、action、taskId、sdkAppId、outcome、requestId、
errorCode、attempt、latencyMs。</translation>
    </message>
    <message>
        <source>1 to 128 printable characters without blanks.</source>
        <translation>1 到 128 个可打印字符，不含空白字符。</translation>
    </message>
    <message>
        <source>This command.</source>
        <translation>本命令。</translation>
    </message>
    <message>
        <source>Stops tasks, at most 20 requests a second, and waits until the service says that each has ended.
A task that had ended before counts as done. Ctrl-C sends nothing more.
With --all-running it looks itself for the tasks that are running, lists them and asks before it stops
them; where nobody can answer, it needs --yes.
With --json each task gives one object as it ends: taskId, sdkAppId, outcome (stopped, alreadyStopped,
accepted, failed, unknown, notSent), requestId, errorCode, errorMessage, attempts, elapsedMs.</source>
        <translation>停止任务，每秒最多 20 个请求，并等待服务端确认每个任务已结束。
此前已结束的任务视为已完成。按 Ctrl-C 后不再发送任何请求。
使用 --all-running 时自行查找正在运行的任务，列出并询问后再停止；
无人可以回答时需要 --yes。
使用 --json 时，每个任务结束即输出一个对象：taskId、sdkAppId、outcome（stopped、alreadyStopped、
accepted、failed、unknown、notSent）、requestId、errorCode、errorMessage、attempts、elapsedMs。</translation>
    </message>
    <message>
        <source>Starts one task from a template: a JSON object with the fields of StartWhiteboardPush, without its secrets,
as the window exports it. --app goes before the SdkAppId of the template. Secrets come from the environment:
PUSH_USER_SIG, and where the template needs them BACKUP_PUSH_USER_SIG, PRIVATE_MAP_KEY, IM_USER_SIG, TRTC_USER_SIG.
It is sent once and never again: where no answer says what became of it, the task is looked for in its room.
With --json it gives one object: action, taskId, backupTaskId, sdkAppId, roomId, outcome (started, failed,
unknown, notSent), requestId, errorCode, errorMessage, elapsedMs.</source>
        <translation>按模板启动一个任务。模板是一个 JSON 对象，包含 StartWhiteboardPush 的字段，但不含机密信息，
即窗口导出的格式。--app 优先于模板中的 SdkAppId。机密信息取自环境变量：
PUSH_USER_SIG，以及模板需要时的 BACKUP_PUSH_USER_SIG、PRIVATE_MAP_KEY、IM_USER_SIG、TRTC_USER_SIG。
请求只发送一次，绝不重发：如果没有应答说明其结果，则在其房间中查找该任务。
使用 --json 时输出一个对象：action、taskId、backupTaskId、sdkAppId、roomId、outcome（started、failed、
unknown、notSent）、requestId、errorCode、errorMessage、elapsedMs。</translation>
    </message>
    <message>
        <source>Lists the tasks of an application as the service knows them, or with --tracked those
that the window tracks; with --running only those that are running.</source>
        <translation>列出服务端所知的应用任务；使用 --tracked 时列出窗口跟踪的任务；
使用 --running 时只列出正在运行的任务。</translation>
    </message>
    <message>
        <source>Shows the running tasks of an application and every change, until Ctrl-C (exit status 0). On a
terminal a table; elsewhere, and with --json, one object a change: first one for each running task,
then time, taskId, sdkAppId, status, previousStatus, vanishedAt (the service no longer knows a task
that was running) and the fields of &quot;list&quot;. A task that ended says why in finishReason.</source>
        <translation>显示应用中正在运行的任务及其每次变化，直到按下 Ctrl-C（退出码 0）。在终端中
显示为表格；其他情况以及使用 --json 时，每次变化输出一个对象：先为每个运行中的任务各输出一个，
之后包含 time、taskId、sdkAppId、status、previousStatus、vanishedAt（曾在运行的任务，服务端已查不到）
以及 list 的各字段。任务结束的原因见 finishReason。</translation>
    </message>
    <message>
        <source>Finds out what became of every Stop and Start that an earlier run left without an outcome. It only asks;
nothing is sent again. With --json it prints the objects of &quot;stop&quot; and &quot;start&quot;.</source>
        <translation>查明此前运行中未得到结果的每个停止和启动请求的最终情况。只查询，
不会重新发送任何请求。使用 --json 时输出与“stop”和“start”相同的对象。</translation>
    </message>
    <message>
        <source>stop, start, show, list, history, recover or watch.</source>
        <translation>stop、start、show、list、history、recover 或 watch。</translation>
    </message>
    <message>
        <source>Stops whiteboard push tasks of Tencent Cloud&apos;s Interactive Whiteboard and confirms that they ended.
Without a command it opens the window; a second start raises the first one. A link
tiwpush:TASKID?app=SDKAPPID in its place offers that task for the window&apos;s list.

Commands (each has a --help of its own):
  stop     stop tasks and wait until the service says that they ended
  start    start one task from a template
  show     show one task as the service sees it
  list     list the tasks of an application
  history  what was ever requested from here
  recover  find out what became of Stops and Starts that were interrupted
  watch    show what is running in an application, and every change of it</source>
        <translation>停止腾讯云互动白板的白板推流任务，并确认其已结束。
不带命令时打开窗口；再次启动时显示已打开的窗口。
以链接 tiwpush:TASKID?app=SDKAPPID 代替命令时，窗口询问是否将该任务加入列表。

命令（各有自己的 --help）：
  stop     停止任务，并等待服务端确认其已结束
  start    按模板启动一个任务
  show     显示服务端所知的一个任务
  list     列出应用的任务
  history  从本机发出过的所有请求
  recover  查明被中断的停止和启动请求的结果
  watch    显示应用中正在运行的任务及其每次变化</translation>
    </message>
</context>
<context>
    <name>Cli::HistoryJob</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>接口</translation>
    </message>
    <message>
        <source>TaskId</source>
        <translation>TaskId</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>错误码</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>第几次</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>RequestId</source>
        <translation>RequestId</translation>
    </message>
    <message>
        <source>Only the newest %1 requests are shown; --limit 0 shows all.</source>
        <translation>仅显示最新的 %1 个请求；使用 --limit 0 显示全部。</translation>
    </message>
</context>
<context>
    <name>Cli::ListJob</name>
    <message>
        <source>The service knows of more tasks than it lists (%1 in all).</source>
        <translation>服务端已知的任务多于列出的任务（共 %1 个）。</translation>
    </message>
    <message>
        <source>There is no profile &quot;%1&quot;.</source>
        <translation>没有名为“%1”的账号配置。</translation>
    </message>
</context>
<context>
    <name>Cli::OptionText</name>
    <message>
        <source>The window on a simulator of its own. Nothing is kept.</source>
        <translation>打开使用自带模拟器的窗口。不保存任何内容。</translation>
    </message>
    <message>
        <source>With --demo: no window; stops two tasks, says what happened and draws the window into FILE.</source>
        <translation>与 --demo 一起使用：不打开窗口；停止两个任务，说明结果，并将窗口画面写入 FILE。</translation>
    </message>
    <message>
        <source>The application that the tasks belong to.</source>
        <translation>任务所属的应用。</translation>
    </message>
    <message>
        <source>Do not wait for the confirmation that the task ended: &quot;accepted&quot; is enough.</source>
        <translation>不等待任务结束的确认：“已受理”即可。</translation>
    </message>
    <message>
        <source>List what the window tracks; nothing is sent.</source>
        <translation>列出窗口正在跟踪的任务；不发送任何请求。</translation>
    </message>
    <message>
        <source>Only the requests about this task.</source>
        <translation>仅显示与此任务有关的请求。</translation>
    </message>
    <message>
        <source>At most the newest N requests; 0 for all. Usual: 1000; with --json all.</source>
        <translation>最多显示最新的 N 个请求；0 表示全部。默认：1000；使用 --json 时为全部。</translation>
    </message>
    <message>
        <source>The account of that name; its key is in the keyring.</source>
        <translation>使用该名称的账号；其密钥保存在系统密钥环中。</translation>
    </message>
    <message>
        <source>Where requests go instead, e.g. https://tiw.intl.tencentcloudapi.com.</source>
        <translation>请求改发往的接入点，例如 https://tiw.intl.tencentcloudapi.com。</translation>
    </message>
    <message>
        <source>The region there, e.g. ap-singapore.</source>
        <translation>该接入点的地域，例如 ap-singapore。</translation>
    </message>
    <message>
        <source>The edition of the service there. Usual: intl.</source>
        <translation>该接入点所属的站点。默认：intl。</translation>
    </message>
    <message>
        <source>Print one JSON object a line.</source>
        <translation>每行输出一个 JSON 对象。</translation>
    </message>
    <message>
        <source>Trust the certificates of this file besides the system&apos;s.</source>
        <translation>除系统证书外，还信任此文件中的证书。</translation>
    </message>
    <message>
        <source>This help.</source>
        <translation>本帮助。</translation>
    </message>
    <message>
        <source>The version.</source>
        <translation>版本号。</translation>
    </message>
    <message>
        <source>Read TaskIds from FILE (- is standard input), one a line; blank lines and lines that begin with # are left out. For &quot;start&quot;: the template, a JSON object.</source>
        <translation>从 FILE 读取 TaskId（- 表示标准输入），每行一个；忽略空行和以 # 开头的行。用于“start”时：模板，一个 JSON 对象。</translation>
    </message>
    <message>
        <source>Stop every task of the application that is running. Asks before, on a terminal.</source>
        <translation>停止该应用所有运行中的任务。在终端上会先询问。</translation>
    </message>
    <message>
        <source>Of these only the ones that have been running for so long: 90m, 3h, 1d.</source>
        <translation>仅其中已运行这么久的任务：90m、3h、1d。</translation>
    </message>
    <message>
        <source>Do not ask. Without a terminal, --all-running needs it. For &quot;start&quot;: also where an earlier start of the room began a task or may have.</source>
        <translation>不询问。没有终端时，--all-running 需要此选项。用于“start”时：即使该房间之前的启动已经或可能已经启动了任务，也照样启动。</translation>
    </message>
    <message>
        <source>Seconds between two looks. Usual: 5.</source>
        <translation>两次查询之间的秒数。默认：5。</translation>
    </message>
    <message>
        <source>Only those that are running.</source>
        <translation>仅运行中的任务。</translation>
    </message>
    <message>
        <source>Seconds to wait for STOPPED once a Stop is accepted. Usual: as in the settings. For &quot;start&quot;: to look for a task that no answer names. Usual: 20.</source>
        <translation>停止受理后等待 STOPPED 的秒数。默认：与设置一致。用于“start”时：没有应答时查找任务的秒数。默认：20。</translation>
    </message>
    <message>
        <source>Only the requests since then: 2026-03-01, 2026-03-01T08:30, or 90m, 3h, 2d, 1w ago.</source>
        <translation>只显示此后的请求：2026-03-01、2026-03-01T08:30，或 90m、3h、2d、1w 之前。</translation>
    </message>
    <message>
        <source>Only the requests before then.</source>
        <translation>只显示此前的请求。</translation>
    </message>
    <message>
        <source>Only the requests of this action, e.g. StopWhiteboardPush.</source>
        <translation>只显示此接口的请求，例如 StopWhiteboardPush。</translation>
    </message>
    <message>
        <source>Only the requests with this outcome, in the words of --json, e.g. failed.</source>
        <translation>只显示此结果的请求，用 --json 中的词，例如 failed。</translation>
    </message>
    <message>
        <source>Only the requests with this in the TaskId or the code, or at the beginning of the RequestId (4 characters or more).</source>
        <translation>只显示 TaskId 或错误码中包含此文本，或 RequestId 以此开头（至少 4 个字符）的请求。</translation>
    </message>
    <message>
        <source>The window asks the service what runs, then whether to stop all of it.</source>
        <translation>窗口先向服务端查询正在运行的任务，再询问是否全部停止。</translation>
    </message>
</context>
<context>
    <name>Cli::OutputText</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… 以及另外 %n 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cli::RecoverJob</name>
    <message>
        <source>There is no profile &quot;%1&quot;.</source>
        <translation>没有名为“%1”的账号配置。</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>没有待查明的请求。</translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s) of the last seven days had no effect, and none came later: these tasks may be running.</source>
        <translation>
            <numerusform>最近七天内有 %n 次停止未生效，之后也没有再次停止：这些任务可能仍在运行。</numerusform>
        </translation>
    </message>
    <message>
        <source>  Account %1, application %2: %3</source>
        <translation>  账号 %1，应用 %2：%3</translation>
    </message>
    <message>
        <source>To stop them: %1 stop --app SDKAPPID TASKID...</source>
        <translation>要停止它们：%1 stop --app SDKAPPID TASKID...</translation>
    </message>
</context>
<context>
    <name>Cli::ReportText</name>
    <message>
        <source>Detail: %1</source>
        <translation>详情：%1</translation>
    </message>
    <message>
        <source>The service says: %1</source>
        <translation>服务端返回：%1</translation>
    </message>
    <message>
        <source>Try: %1 --help</source>
        <translation>请尝试：%1 --help</translation>
    </message>
    <message>
        <source>Note: %1. Requests are signed with the service&apos;s time.</source>
        <translation>注意：%1。请求按服务端时间签名。</translation>
    </message>
</context>
<context>
    <name>Cli::StartInputText</name>
    <message>
        <source>%1 is taken from the environment: set %2.</source>
        <comment>field, variable</comment>
        <translation>%1 取自环境变量：请设置 %2。</translation>
    </message>
</context>
<context>
    <name>Cli::StartJob</name>
    <message>
        <source>Finding out what became of an earlier start…</source>
        <translation>正在查明之前一次启动的结果…</translation>
    </message>
    <message>
        <source>An earlier start: %1</source>
        <translation>之前的启动：%1</translation>
    </message>
    <message>
        <source>Nothing was sent, since two tasks in one room cost twice. Look whether that one runs; with --yes another one is started all the same.</source>
        <translation>未发送任何启动请求，因为同一房间有两个任务会产生双倍费用。请查看该任务是否在运行；使用 --yes 则照样再启动一个。</translation>
    </message>
    <message>
        <source>No answer says whether it was started; looking for it…</source>
        <translation>没有应答说明任务是否已启动；正在查找…</translation>
    </message>
    <message>
        <source>Room %1: %2</source>
        <comment>room, outcome</comment>
        <translation>房间 %1：%2</translation>
    </message>
    <message>
        <source>backup %1</source>
        <translation>备份 %1</translation>
    </message>
</context>
<context>
    <name>Cli::StopJob</name>
    <message>
        <source>--all-running asks before it stops anything, and here is nobody to answer: give --yes to go ahead.</source>
        <translation>--all-running 在停止之前会先询问，而此处无人可答：如需继续请加上 --yes。</translation>
    </message>
    <message>
        <source>The service knows of more tasks than it lists (%1 in all): more may be running.</source>
        <translation>服务端的任务多于其列出的任务（共 %1 个）：可能还有其他任务在运行。</translation>
    </message>
    <message numerus="yes">
        <source>%n running task(s) left out: the service does not say since when.</source>
        <translation>
            <numerusform>略过 %n 个运行中的任务：服务端未说明其开始时间。</numerusform>
        </translation>
    </message>
    <message>
        <source>No task has been running for so long.</source>
        <translation>没有运行这么久的任务。</translation>
    </message>
    <message>
        <source>No task is running.</source>
        <translation>没有运行中的任务。</translation>
    </message>
    <message numerus="yes">
        <source>Stop %n running task(s) of application %1? [y/N] </source>
        <translation>
            <numerusform>停止应用 %1 的 %n 个运行中的任务？[y/N] </numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>未发送任何请求。</translation>
    </message>
</context>
<context>
    <name>Cli::StopText</name>
    <message>
        <source>TaskId</source>
        <translation>TaskId</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>RequestId</source>
        <translation>RequestId</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>错误码</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>outcome, number of tasks</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 tasks.</source>
        <translation>共 %1 个任务。</translation>
    </message>
    <message>
        <source>%1 of %2 settled</source>
        <translation>已有结果：%1/%2</translation>
    </message>
</context>
<context>
    <name>Cli::TaskText</name>
    <message>
        <source>TaskId</source>
        <translation>TaskId</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Ended because</source>
        <translation>结束原因</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>群组</translation>
    </message>
    <message>
        <source>Push user</source>
        <translation>推流用户</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停止时间</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>异常次数</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份推流</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>The task ended, but its backup is not known to have: stop %1 too.</source>
        <translation>任务已结束，但无法确定其备份推流是否已结束：请一并停止 %1。</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>备注名</translation>
    </message>
    <message>
        <source>Last result</source>
        <translation>最近结果</translation>
    </message>
    <message>
        <source>Running for</source>
        <translation>已运行</translation>
    </message>
</context>
<context>
    <name>Cli::UsageText</name>
    <message>
        <source>Option --%1 belongs to a command.</source>
        <translation>选项 --%1 须与命令一起使用。</translation>
    </message>
    <message>
        <source>Option --%1 does not belong to &quot;%2&quot;.</source>
        <translation>选项 --%1 不适用于“%2”。</translation>
    </message>
    <message>
        <source>Option --%1 is given more than once.</source>
        <translation>选项 --%1 重复指定。</translation>
    </message>
    <message>
        <source>Option --%1 has no value.</source>
        <translation>选项 --%1 缺少值。</translation>
    </message>
    <message>
        <source>--edition is &quot;intl&quot; or &quot;mainland&quot;.</source>
        <translation>--edition 应为“intl”或“mainland”。</translation>
    </message>
    <message>
        <source>--profile already says where to go: leave --endpoint, --region and --edition out.</source>
        <translation>--profile 已确定请求发往何处：请勿再指定 --endpoint、--region 和 --edition。</translation>
    </message>
    <message>
        <source>--timeout is a number of seconds up to 86400.</source>
        <translation>--timeout 应为秒数，最大 86400。</translation>
    </message>
    <message>
        <source>--outcome is one of: %1.</source>
        <translation>--outcome 可以是：%1。</translation>
    </message>
    <message>
        <source>--limit is a number of requests, or 0 for all.</source>
        <translation>--limit 应为请求数，0 表示全部。</translation>
    </message>
    <message>
        <source>--app SDKAPPID is missing: the application that the tasks belong to.</source>
        <translation>缺少 --app SDKAPPID：任务所属的应用。</translation>
    </message>
    <message>
        <source>No TaskId is given.</source>
        <translation>未指定 TaskId。</translation>
    </message>
    <message>
        <source>Standard input can be read only once.</source>
        <translation>标准输入只能读取一次。</translation>
    </message>
    <message>
        <source>&quot;show&quot; needs exactly one TaskId.</source>
        <translation>“show”需要且仅需要一个 TaskId。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; takes no further arguments.</source>
        <translation>“%1”不接受更多参数。</translation>
    </message>
    <message>
        <source>--no-wait and --timeout exclude each other.</source>
        <translation>--no-wait 与 --timeout 不能同时使用。</translation>
    </message>
    <message>
        <source>--headless-picture belongs to --demo.</source>
        <translation>--headless-picture 须与 --demo 一起使用。</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;.</source>
        <translation>没有命令“%1”。</translation>
    </message>
    <message>
        <source>--older-than and --yes belong to --all-running.</source>
        <translation>--older-than 和 --yes 须与 --all-running 一起使用。</translation>
    </message>
    <message>
        <source>--older-than is a time such as 90m, 3h or 1d.</source>
        <translation>--older-than 是一个时长，例如 90m、3h 或 1d。</translation>
    </message>
    <message>
        <source>--interval is a number of seconds from 1 to 3600.</source>
        <translation>--interval 是 1 到 3600 之间的秒数。</translation>
    </message>
    <message>
        <source>--from FILE is missing: the template of the task to start.</source>
        <translation>缺少 --from FILE：要启动的任务的模板。</translation>
    </message>
    <message>
        <source>--all-running and TaskIds exclude each other.</source>
        <translation>--all-running 不能与 TaskId 同时使用。</translation>
    </message>
    <message>
        <source>--%1 is a time like 2026-03-01 or 2026-03-01T08:30, or how long ago: 90m, 3h, 2d, 1w.</source>
        <translation>--%1 是时间，如 2026-03-01 或 2026-03-01T08:30，或多久以前：90m、3h、2d、1w。</translation>
    </message>
    <message>
        <source>Only one link at a time.</source>
        <translation>一次只能打开一个链接。</translation>
    </message>
    <message>
        <source>--demo, --stop-all-running and a link exclude each other.</source>
        <translation>--demo、--stop-all-running 与链接不能同时使用。</translation>
    </message>
</context>
<context>
    <name>Cli::WatchJob</name>
    <message>
        <source>The service knows of more tasks than it lists; those it does not list are not found.</source>
        <translation>服务端的任务多于其列出的任务；未列出的任务无法找到。</translation>
    </message>
    <message numerus="yes">
        <source>Application %1: %n running</source>
        <translation>
            <numerusform>应用 %1：%n 个运行中</numerusform>
        </translation>
    </message>
    <message>
        <source>As of %1. Ctrl-C ends.</source>
        <translation>截至 %1。按 Ctrl-C 结束。</translation>
    </message>
    <message>
        <source>Asking… Ctrl-C ends.</source>
        <translation>正在查询… 按 Ctrl-C 结束。</translation>
    </message>
</context>
<context>
    <name>Gui::AccountDraft</name>
    <message>
        <source>Give the account a name.</source>
        <translation>请为账号命名。</translation>
    </message>
    <message>
        <source>A name has at most %1 characters.</source>
        <translation>名称最多 %1 个字符。</translation>
    </message>
    <message>
        <source>The name holds a character that cannot be seen.</source>
        <translation>名称中含有不可见字符。</translation>
    </message>
    <message>
        <source>&quot;env&quot; and &quot;demo&quot; are taken by the program itself.</source>
        <translation>“env”和“demo”由程序自身使用。</translation>
    </message>
    <message>
        <source>Another account has this name already.</source>
        <translation>已有其他账号使用此名称。</translation>
    </message>
    <message>
        <source>Choose a region, or type one.</source>
        <translation>请选择或输入地域。</translation>
    </message>
    <message>
        <source>A region is written with small letters, digits and hyphens: ap-singapore.</source>
        <translation>地域由小写字母、数字和连字符组成，例如 ap-singapore。</translation>
    </message>
    <message>
        <source>Choose a host, or type one.</source>
        <translation>请选择或输入域名。</translation>
    </message>
    <message>
        <source>Requests go over https only; http is for the simulator on this computer.</source>
        <translation>请求只能通过 https 发送；http 仅用于本机上的模拟器。</translation>
    </message>
    <message>
        <source>This is not a host. It may have a port, but no path and no user name.</source>
        <translation>这不是有效的域名。可以带端口，但不能带路径和用户名。</translation>
    </message>
    <message>
        <source>Paste the SecretId.</source>
        <translation>请粘贴 SecretId。</translation>
    </message>
    <message>
        <source>This is not a SecretId: it is one word of letters, digits, - and _, up to 128 of them.</source>
        <translation>这不是 SecretId：SecretId 是由字母、数字、- 和 _ 组成的一串字符，最多 128 个。</translation>
    </message>
    <message>
        <source>This is the SecretId again. The SecretKey stands beside it in the cloud console.</source>
        <translation>这里填的仍是 SecretId。SecretKey 在腾讯云控制台中位于它的旁边。</translation>
    </message>
    <message>
        <source>There is a blank or a line break inside. Copy the SecretKey alone.</source>
        <translation>内容中含有空白字符或换行。请只复制 SecretKey 本身。</translation>
    </message>
    <message>
        <source>This does not look like a SecretKey. Copy it again, without anything around it.</source>
        <translation>这不像是 SecretKey。请重新复制，不要带上前后的其他内容。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an SdkAppId. It is a number such as 1400000001.</source>
        <translation>“%1”不是 SdkAppId。SdkAppId 是形如 1400000001 的数字。</translation>
    </message>
    <message>
        <source>The SecretId changed: paste the SecretKey that belongs to it.</source>
        <translation>SecretId 已更改：请粘贴与之对应的 SecretKey。</translation>
    </message>
    <message>
        <source>Paste the SecretKey that belongs to the SecretId.</source>
        <translation>请粘贴与 SecretId 对应的 SecretKey。</translation>
    </message>
    <message>
        <source>This does not look like a token. Copy it again, alone.</source>
        <translation>这不像是临时令牌。请重新复制，且只复制临时令牌本身。</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>无法读取此文件。</translation>
    </message>
    <message>
        <source>There is no certificate in this file. A PEM file is needed.</source>
        <translation>此文件中没有证书。需要 PEM 文件。</translation>
    </message>
</context>
<context>
    <name>Gui::AccountDrafts</name>
    <message>
        <source>New account</source>
        <translation>新账号</translation>
    </message>
</context>
<context>
    <name>Gui::AccountExchange</name>
    <message>
        <source>Only one of TENCENTCLOUD_SECRET_ID and TENCENTCLOUD_SECRET_KEY is set.</source>
        <translation>TENCENTCLOUD_SECRET_ID 和 TENCENTCLOUD_SECRET_KEY 只设置了其中一个。</translation>
    </message>
    <message>
        <source>The key in the environment is not usable.</source>
        <translation>环境变量中的密钥不可用。</translation>
    </message>
    <message>
        <source>The program was started without TENCENTCLOUD_SECRET_ID and TENCENTCLOUD_SECRET_KEY.</source>
        <translation>程序启动时未设置 TENCENTCLOUD_SECRET_ID 和 TENCENTCLOUD_SECRET_KEY。</translation>
    </message>
    <message>
        <source>From the environment</source>
        <translation>来自环境变量</translation>
    </message>
    <message>
        <source>Profile &quot;%1&quot; cannot be used.</source>
        <translation>无法使用账号配置“%1”。</translation>
    </message>
    <message>
        <source>There are no profiles of tccli in %1.</source>
        <translation>%1 中没有 tccli 的账号配置。</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>无法读取文件：%1</translation>
    </message>
    <message>
        <source>The file cannot be imported.</source>
        <translation>无法导入此文件。</translation>
    </message>
    <message>
        <source>There is no account in this file.</source>
        <translation>此文件中没有账号。</translation>
    </message>
</context>
<context>
    <name>Gui::AccountForm</name>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>What you call it; also its name on the command line</source>
        <translation>您对该账号的称呼，也是它在命令行中的名称</translation>
    </message>
    <message>
        <source>&amp;Edition:</source>
        <translation>站点(&amp;E)：</translation>
    </message>
    <message>
        <source>Where the account was opened. It decides which requests exist, not the host.</source>
        <translation>账号开通所在的站点。有哪些请求可用由它决定，与域名无关。</translation>
    </message>
    <message>
        <source>&amp;Host:</source>
        <translation>域名(&amp;H)：</translation>
    </message>
    <message>
        <source>&amp;Region:</source>
        <translation>地域(&amp;R)：</translation>
    </message>
    <message>
        <source>Secret&amp;Id:</source>
        <translation>SecretId(&amp;I)：</translation>
    </message>
    <message>
        <source>The public half of the key; begins with AKID or IKID</source>
        <translation>密钥的公开部分，以 AKID 或 IKID 开头</translation>
    </message>
    <message>
        <source>Secret&amp;Key:</source>
        <translation>SecretKey(&amp;K)：</translation>
    </message>
    <message>
        <source>T&amp;oken:</source>
        <translation>临时令牌(&amp;O)：</translation>
    </message>
    <message>
        <source>Only with temporary credentials</source>
        <translation>仅用于临时凭证</translation>
    </message>
    <message>
        <source>A&amp;pplications:</source>
        <translation>应用(&amp;P)：</translation>
    </message>
    <message>
        <source>The SdkAppIds that you work with. More can be typed wherever one is asked for.</source>
        <translation>您使用的 SdkAppId。凡需要填写 SdkAppId 之处，均可另行输入。</translation>
    </message>
    <message>
        <source>SdkAppIds, with commas or blanks between them</source>
        <translation>多个 SdkAppId 之间用逗号或空格分隔</translation>
    </message>
    <message>
        <source>Extra CA fi&amp;le:</source>
        <translation>附加 CA 文件(&amp;L)：</translation>
    </message>
    <message>
        <source>PEM file, for this account alone</source>
        <translation>PEM 文件，仅用于此账号</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>International</source>
        <translation>国际站</translation>
    </message>
    <message>
        <source>Mainland China</source>
        <translation>中国站</translation>
    </message>
    <message>
        <source>Custom endpoint, international requests</source>
        <translation>自定义接入点，国际站请求</translation>
    </message>
    <message>
        <source>Custom endpoint, mainland requests</source>
        <translation>自定义接入点，中国站请求</translation>
    </message>
    <message>
        <source>Kept in memory until the program ends</source>
        <translation>仅保存在内存中，程序结束即清除</translation>
    </message>
    <message>
        <source>Kept in the keyring</source>
        <translation>已保存在系统密钥环中</translation>
    </message>
    <message>
        <source>The same as that of the original</source>
        <translation>与原账号相同</translation>
    </message>
    <message>
        <source>The secret half of the key</source>
        <translation>密钥的保密部分</translation>
    </message>
    <message>
        <source>Look them &amp;up</source>
        <translation>查询(&amp;U)</translation>
    </message>
    <message>
        <source>Ask for the applications</source>
        <translation>查询应用</translation>
    </message>
    <message>
        <source>Asks the service which applications this key may see</source>
        <translation>向服务端查询此密钥可见的应用</translation>
    </message>
    <message>
        <source>The mainland edition has no request for this: type the SdkAppIds</source>
        <translation>中国站没有此接口：请手动输入 SdkAppId</translation>
    </message>
    <message>
        <source>Reading onl&amp;y</source>
        <translation>只读(&amp;Y)</translation>
    </message>
    <message>
        <source>Refuses everything that changes something: Stops, Starts, callbacks and such calls of the explorer, also on the command line</source>
        <translation>拒绝一切会更改内容的操作：停止、启动、回调设置以及 API 浏览器中的此类调用，命令行也不例外</translation>
    </message>
    <message>
        <source>A SecretKey or token that you paste is taken out of the clipboard at once.</source>
        <translation>粘贴的 SecretKey 或临时令牌会立即从剪贴板中清除。</translation>
    </message>
    <message>
        <source>Where requests are sent. Choose one of the service&apos;s hosts; for a custom endpoint, type another.</source>
        <translation>请求发往何处。可选择服务端的域名；自定义接入点请输入其他地址。</translation>
    </message>
    <message>
        <source>The region that every request names (X-TC-Region); another one can be typed</source>
        <translation>每个请求所携带的地域（X-TC-Region）；也可以输入其他地域</translation>
    </message>
    <message>
        <source>Choose the file with the certificates to trust</source>
        <translation>选择包含所信任证书的文件</translation>
    </message>
</context>
<context>
    <name>Gui::AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>复制(&amp;D)</translation>
    </message>
    <message>
        <source>A second account like this one, with the same secrets</source>
        <translation>再建一个与此相同的账号，使用相同的机密信息</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>Make de&amp;fault</source>
        <translation>设为默认(&amp;F)</translation>
    </message>
    <message>
        <source>New tasks go to this account, and so does the command line when no profile is named</source>
        <translation>新任务归入此账号；命令行未指定账号配置时也使用此账号</translation>
    </message>
    <message>
        <source>Import and e&amp;xport</source>
        <translation>导入和导出(&amp;X)</translation>
    </message>
    <message>
        <source>There is no account yet. Add one with the SecretId and SecretKey of the cloud console, or import one.</source>
        <translation>还没有账号。请使用腾讯云控制台中的 SecretId 和 SecretKey 添加账号，或导入账号。</translation>
    </message>
    <message>
        <source>Choose the CA file</source>
        <translation>选择 CA 文件</translation>
    </message>
    <message>
        <source>PEM files (*.pem *.crt *.cer);;All files (*)</source>
        <translation>PEM 文件 (*.pem *.crt *.cer);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Import from the &amp;environment</source>
        <translation>从环境变量导入(&amp;E)</translation>
    </message>
    <message>
        <source>Import the profiles of &amp;tccli</source>
        <translation>导入 tccli 的账号配置(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Import from a file…</source>
        <translation>从文件导入(&amp;I)…</translation>
    </message>
    <message>
        <source>E&amp;xport the saved accounts, without secrets…</source>
        <translation>导出已保存的账号，不含机密信息(&amp;X)…</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not saved completely. %2 %3</source>
        <translation>“%1”未能完整保存。%2%3</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>（未命名）</translation>
    </message>
    <message>
        <source>%1 (default)</source>
        <translation>%1（默认）</translation>
    </message>
    <message>
        <source>No keyring was found on this desktop. SecretKeys and tokens stay in memory and are gone when the program ends; they are never written to a file.</source>
        <translation>此桌面环境中未找到系统密钥环。SecretKey 和临时令牌仅保存在内存中，程序结束即清除；绝不会写入文件。</translation>
    </message>
    <message>
        <source>Remove an account</source>
        <translation>移除账号</translation>
    </message>
    <message>
        <source>Remove the account &quot;%1&quot; and its secrets?</source>
        <translation>要移除账号“%1”及其机密信息吗？</translation>
    </message>
    <message>
        <source>This happens when the settings are saved. Its tasks stay in the list and in the history, but cannot be stopped any more.</source>
        <translation>保存设置时生效。该账号的任务仍保留在列表和历史记录中，但无法再停止。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Paste the SecretKey first: none is kept.</source>
        <translation>请先粘贴 SecretKey：尚未保存任何 SecretKey。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import accounts</source>
        <translation>导入账号</translation>
    </message>
    <message>
        <source>Accounts (*.json);;All files (*)</source>
        <translation>账号 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Export accounts</source>
        <translation>导出账号</translation>
    </message>
    <message>
        <source>Accounts (*.json)</source>
        <translation>账号 (*.json)</translation>
    </message>
    <message>
        <source>Asking for the applications…</source>
        <translation>正在查询应用…</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>SdkAppId, name</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>This key may see no application.</source>
        <translation>此密钥没有可见的应用。</translation>
    </message>
    <message numerus="yes">
        <source>%n application(s) found:</source>
        <translation>
            <numerusform>找到 %n 个应用：</numerusform>
        </translation>
    </message>
    <message>
        <source>The account that is selected is shown in the form, and can be changed there.</source>
        <translation>选中的账号显示在表单中，可在其中修改。</translation>
    </message>
    <message>
        <source>Begin an account, with an empty form</source>
        <translation>用空白表单新建一个账号</translation>
    </message>
    <message>
        <source>Take the account and its secrets away when the settings are saved</source>
        <translation>保存设置时移除该账号及其机密信息</translation>
    </message>
    <message>
        <source>Read accounts from the environment, from tccli or from a file, or write them to a file without secrets</source>
        <translation>从环境变量、tccli 或文件读取账号，或将账号写入文件（不含机密信息）</translation>
    </message>
</context>
<context>
    <name>Gui::ActivityPlot</name>
    <message>
        <source>Running tasks: %1 now, %2 at most</source>
        <translation>运行中的任务：现在 %1，最多 %2</translation>
    </message>
    <message>
        <source>Requests a second of the busiest action, last minute: %1 at most, limit %2</source>
        <translation>最近一分钟内最繁忙的接口每秒请求数：最多 %1，上限 %2</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
</context>
<context>
    <name>Gui::AddTasksDialog</name>
    <message>
        <source>Add tasks</source>
        <translation>添加任务</translation>
    </message>
    <message>
        <source>A&amp;ccount:</source>
        <translation>账号(&amp;C)：</translation>
    </message>
    <message>
        <source>A&amp;pplication:</source>
        <translation>应用(&amp;P)：</translation>
    </message>
    <message>
        <source>The SdkAppId of tasks whose text does not name one</source>
        <translation>文本中未注明应用的任务所使用的 SdkAppId</translation>
    </message>
    <message>
        <source>&amp;Label:</source>
        <translation>备注名(&amp;L)：</translation>
    </message>
    <message>
        <source>A word of your own, such as the class (optional)</source>
        <translation>自定义文字，例如班级名称（可选）</translation>
    </message>
    <message>
        <source>&amp;What was understood</source>
        <translation>识别结果(&amp;W)</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>添加(&amp;D)</translation>
    </message>
    <message>
        <source>There is no account yet: add one in the settings first.</source>
        <translation>还没有账号：请先在设置中添加账号。</translation>
    </message>
    <message>
        <source>The application must be a number, the SdkAppId.</source>
        <translation>应用必须是数字，即 SdkAppId。</translation>
    </message>
    <message>
        <source>Nothing to add yet.</source>
        <translation>暂无可添加的任务。</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) to add.</source>
        <translation>
            <numerusform>将添加 %n 个任务。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) without application: choose one above.</source>
        <translation>
            <numerusform>%n 个任务未指定应用：请在上方选择一个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the list already.</source>
        <translation>
            <numerusform>%n 个任务已在列表中。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) not understood.</source>
        <translation>
            <numerusform>%n 段内容无法识别。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Tasks: TaskIds, a table, a request URL, a JSON answer, or a command line</source>
        <translation>任务(&amp;T)：TaskId、表格、请求 URL、JSON 应答或命令行</translation>
    </message>
    <message>
        <source>Open a &amp;file…</source>
        <translation>打开文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Read the tasks from a CSV, text or JSON file; files can also be dropped here</source>
        <translation>从 CSV、文本或 JSON 文件读取任务；也可以把文件拖到这里</translation>
    </message>
    <message>
        <source>Type or paste &amp;instead</source>
        <translation>改为输入或粘贴(&amp;I)</translation>
    </message>
    <message>
        <source>Type or paste what you have at hand, or drop files here. TaskIds that share a line are told apart by , ; | or a tab, and by the wide forms of these signs; one that holds such a sign goes in as JSON: {&quot;TaskId&quot;: &quot;…&quot;}</source>
        <translation>输入或粘贴手头的内容，或把文件拖到这里。同一行中的多个 TaskId 以 , ; | 或制表符及相应的全角符号分隔；本身含有这些符号的 TaskId 请以 JSON 填写：{&quot;TaskId&quot;: &quot;…&quot;}</translation>
    </message>
    <message>
        <source>Only what cannot be &amp;used</source>
        <translation>只显示无法使用的内容(&amp;U)</translation>
    </message>
    <message>
        <source>Import tasks from a file</source>
        <translation>从文件导入任务</translation>
    </message>
    <message>
        <source>Tables, lists and JSON (*.csv *.tsv *.txt *.json *.jsonl *.log);;All files (*)</source>
        <translation>表格、列表和 JSON (*.csv *.tsv *.txt *.json *.jsonl *.log);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Pasted text of %1 characters</source>
        <translation>粘贴的文本，共 %1 个字符</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) repeated.</source>
        <translation>
            <numerusform>%n 行重复。</numerusform>
        </translation>
    </message>
    <message>
        <source>What is read from it</source>
        <translation>从中读取的内容</translation>
    </message>
    <message>
        <source>With the key of this account the tasks are asked about and stopped</source>
        <translation>用此账号的密钥查询和停止这些任务</translation>
    </message>
    <message>
        <source>Put away what was read, and write in the field</source>
        <translation>放弃已读取的内容，改为在输入框中填写</translation>
    </message>
    <message>
        <source>What names tasks is picked out of the text. The table shows it before anything is added.</source>
        <translation>从文本中识别出任务。添加之前，表格中会先显示识别结果。</translation>
    </message>
    <message>
        <source>Show only the lines that no task could be read from, each with the reason</source>
        <translation>只显示未能识别出任务的行，并给出原因</translation>
    </message>
    <message>
        <source>One line a row, with its task or the reason why there is none</source>
        <translation>每行对应一行文本，给出其中的任务，或没有任务的原因</translation>
    </message>
</context>
<context>
    <name>Gui::AnswerView</name>
    <message>
        <source>Nothing was called yet.</source>
        <translation>尚未调用任何接口。</translation>
    </message>
    <message>
        <source>In&amp;spect…</source>
        <translation>查看详情(&amp;S)…</translation>
    </message>
    <message>
        <source>Open the whole exchange: headers, signature, connection, attempts</source>
        <translation>打开完整的请求与应答：请求头、签名、连接、各次尝试</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>The service says: %1</source>
        <translation>服务端返回：%1</translation>
    </message>
    <message>
        <source>RequestId: %1</source>
        <translation>RequestId：%1</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>第 %1 次尝试</translation>
    </message>
    <message>
        <source>What the service sent, to read and copy</source>
        <translation>服务端返回的内容，可阅读和复制</translation>
    </message>
</context>
<context>
    <name>Gui::BehaviourPage</name>
    <message>
        <source>As&amp;k before a single task is stopped</source>
        <translation>停止单个任务前询问(&amp;K)</translation>
    </message>
    <message>
        <source>Stopping several tasks at once is always asked about.</source>
        <translation>同时停止多个任务时总会先询问。</translation>
    </message>
    <message>
        <source>Wait &amp;for a stop to be confirmed:</source>
        <translation>等待停止得到确认的时长(&amp;F)：</translation>
    </message>
    <message>
        <source>Counted for each task from the moment the service accepts its stop. After that its outcome is unknown and goes on being shown.</source>
        <translation>从服务端受理停止请求时起，对每个任务分别计时。超过此时长后，其结果视为未知，并继续显示。</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L)：</translation>
    </message>
    <message>
        <source>T&amp;heme:</source>
        <translation>主题(&amp;H)：</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>&amp;Refresh by itself, and find running tasks</source>
        <translation>自动刷新(&amp;R)，并查找运行中的任务</translation>
    </message>
    <message>
        <source>Asks which tasks are running: every few seconds while something changes, more and more seldom while nothing does.</source>
        <translation>询问哪些任务正在运行：有变化时每隔几秒一次，无变化时间隔逐渐变长。</translation>
    </message>
    <message>
        <source>Keep the h&amp;istory of requests:</source>
        <translation>保留请求历史(&amp;I)：</translation>
    </message>
    <message>
        <source>Older requests are deleted when the program starts, but never one whose outcome is still open.</source>
        <translation>程序启动时会删除更早的请求，但结果尚未确定的请求绝不会删除。</translation>
    </message>
    <message>
        <source>For ever</source>
        <translation>永久</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>A&amp;nnounce stops of rules:</source>
        <translation>规则停止的提前通知(&amp;N)：</translation>
    </message>
    <message>
        <source>How long before a rule or a plan stops a task it is announced</source>
        <translation>规则或计划停止任务之前提前多久通知</translation>
    </message>
    <message>
        <source> min before</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Closing the window keeps the console in the tra&amp;y</source>
        <translation>关闭窗口后留在系统托盘中运行(&amp;Y)</translation>
    </message>
    <message>
        <source>Rules go on working there. Where the desktop has no tray, closing ends the console.</source>
        <translation>规则在托盘中继续生效。如果桌面没有系统托盘，关闭窗口即退出控制台。</translation>
    </message>
    <message>
        <source>Lock &amp;up the keys without input after:</source>
        <translation>无操作时锁定密钥(&amp;U)：</translation>
    </message>
    <message>
        <source>Drops SecretKeys and tokens from memory when nobody uses mouse or keyboard in the console. Unlocking reads the keyring again.</source>
        <translation>无人在控制台中使用鼠标或键盘时，把 SecretKey 和临时令牌从内存中清除。解锁时重新读取密钥环。</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Lock up the keys when the &amp;desktop locks</source>
        <translation>桌面锁定时锁定密钥(&amp;D)</translation>
    </message>
    <message>
        <source>Even while rules are &amp;on or stops are planned</source>
        <translation>即使规则已启用或有计划的停止(&amp;O)</translation>
    </message>
    <message>
        <source>They stop nothing while the keys are locked up. Otherwise the keys stay in memory for them.</source>
        <translation>勾选后，密钥锁定期间它们不会停止任何任务；不勾选时，密钥会为它们保留在内存中。</translation>
    </message>
    <message>
        <source>Drops SecretKeys and tokens from memory as soon as the screen is locked</source>
        <translation>屏幕锁定时立即把 SecretKey 和临时令牌从内存中清除</translation>
    </message>
    <message>
        <source>Of all texts of the console; it changes when the settings are saved</source>
        <translation>控制台所有文字的语言；保存设置后生效</translation>
    </message>
    <message>
        <source>Light or dark colours, or those that the desktop has</source>
        <translation>浅色或深色，或与桌面一致</translation>
    </message>
</context>
<context>
    <name>Gui::BulkStopPanel</name>
    <message>
        <source>Stops that have an outcome</source>
        <translation>已有结果的停止请求</translation>
    </message>
    <message>
        <source>Ca&amp;ncel the rest</source>
        <translation>取消其余(&amp;N)</translation>
    </message>
    <message>
        <source>Stops that have not been sent yet are not sent any more</source>
        <translation>尚未发送的停止请求不再发送</translation>
    </message>
    <message>
        <source>Retr&amp;y the failed…</source>
        <translation>重试失败项(&amp;Y)…</translation>
    </message>
    <message>
        <source>Stop those again that failed or were not sent</source>
        <translation>重新停止失败或未发送的任务</translation>
    </message>
    <message>
        <source>E&amp;xport summary…</source>
        <translation>导出汇总(&amp;X)…</translation>
    </message>
    <message>
        <source>Write how each stop ended into a CSV or JSON file</source>
        <translation>将每次停止的结果写入 CSV 或 JSON 文件</translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <translation>关闭(&amp;O)</translation>
    </message>
    <message>
        <source>Put these figures away</source>
        <translation>收起这些数据</translation>
    </message>
    <message>
        <source>Export the summary</source>
        <translation>导出汇总</translation>
    </message>
    <message>
        <source>CSV (*.csv);;JSON (*.json)</source>
        <translation>CSV (*.csv);;JSON (*.json)</translation>
    </message>
    <message numerus="yes">
        <source>Stopping %n push task(s)</source>
        <translation>
            <numerusform>正在停止 %n 个推流任务</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n push task(s) have stopped</source>
        <translation>
            <numerusform>全部 %n 个推流任务已停止</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n push task(s) have stopped</source>
        <translation>
            <numerusform>%n 个推流任务中已有 %1 个停止</numerusform>
        </translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>完成：%1</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>失败：%1</translation>
    </message>
    <message>
        <source>Unknown: %1</source>
        <translation>未知：%1</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>未发送：%1</translation>
    </message>
    <message>
        <source>Remaining: %1</source>
        <translation>剩余：%1</translation>
    </message>
    <message>
        <source>%1 stops/s</source>
        <translation>每秒停止 %1 个</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>约剩 %1</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
</context>
<context>
    <name>Gui::CallbackDialog</name>
    <message>
        <source>Callback</source>
        <translation>回调</translation>
    </message>
    <message>
        <source>A&amp;ccount:</source>
        <translation>账号(&amp;C)：</translation>
    </message>
    <message>
        <source>A&amp;pplication:</source>
        <translation>应用(&amp;P)：</translation>
    </message>
    <message>
        <source>A&amp;ddress:</source>
        <translation>地址(&amp;D)：</translation>
    </message>
    <message>
        <source>https://…; empty: the service reports nothing</source>
        <translation>https://…；留空则服务端不发送通知</translation>
    </message>
    <message>
        <source>Where the service reports that a task started or stopped</source>
        <translation>服务端在此通知任务的启动或停止</translation>
    </message>
    <message>
        <source>&amp;Key:</source>
        <translation>密钥(&amp;K)：</translation>
    </message>
    <message>
        <source>Empty: the reports are not signed</source>
        <translation>留空则通知不带签名</translation>
    </message>
    <message>
        <source>It signs the reports; at most 64 characters</source>
        <translation>用于对通知签名；最多 64 个字符</translation>
    </message>
    <message>
        <source>Sho&amp;w the key for 10 seconds</source>
        <translation>显示密钥 10 秒(&amp;W)</translation>
    </message>
    <message>
        <source>There is no account yet: add one in the settings first.</source>
        <translation>还没有账号：请先在设置中添加账号。</translation>
    </message>
    <message>
        <source>The application must be a number, the SdkAppId.</source>
        <translation>应用必须是数字，即 SdkAppId。</translation>
    </message>
    <message>
        <source>Asking the service…</source>
        <translation>正在请求服务端…</translation>
    </message>
    <message>
        <source>No address is set: the service reports nothing.</source>
        <translation>未设置地址：服务端不会发送通知。</translation>
    </message>
    <message>
        <source>This is what the service has.</source>
        <translation>这是服务端当前的设置。</translation>
    </message>
    <message>
        <source>The address begins with http:// or https:// and names a host.</source>
        <translation>地址须以 http:// 或 https:// 开头，并包含主机名。</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>With the key of this account the address is read and set</source>
        <translation>用此账号的密钥读取和设置地址</translation>
    </message>
    <message>
        <source>The SdkAppId whose tasks are reported</source>
        <translation>要回调其任务事件的 SdkAppId</translation>
    </message>
    <message>
        <source>It is concealed by itself afterwards, and at once when another window comes to the front</source>
        <translation>之后自动隐藏；其他窗口切换到前台时立即隐藏</translation>
    </message>
</context>
<context>
    <name>Gui::ChoiceEditor</name>
    <message>
        <source>true</source>
        <translation>true</translation>
    </message>
    <message>
        <source>false</source>
        <translation>false</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>value, meaning</comment>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>Gui::CloseFlow</name>
    <message>
        <source>Stops are not confirmed yet</source>
        <translation>有停止请求尚未确认</translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s) are not confirmed yet.</source>
        <translation>
            <numerusform>有 %n 个停止请求尚未确认。</numerusform>
        </translation>
    </message>
    <message>
        <source>If you close now, nothing more is sent. What was sent is found out at the next start; what was not sent is left running and offered again.</source>
        <translation>如果现在关闭，将不再发送任何请求。已发送的停止将在下次启动时查明结果；尚未发送停止的任务将继续运行，并会再次询问是否停止。</translation>
    </message>
    <message>
        <source>&amp;Wait and close</source>
        <translation>等待完成后关闭(&amp;W)</translation>
    </message>
    <message>
        <source>Close &amp;now</source>
        <translation>立即关闭(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>不关闭(&amp;S)</translation>
    </message>
    <message>
        <source>Close now</source>
        <translation>立即关闭</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>不关闭</translation>
    </message>
    <message>
        <source>Closing: nothing more is sent.</source>
        <translation>正在关闭：不再发送任何请求。</translation>
    </message>
    <message>
        <source>A start has no answer yet</source>
        <translation>有启动请求尚未得到应答</translation>
    </message>
    <message numerus="yes">
        <source>%n start(s) have no answer yet.</source>
        <translation>
            <numerusform>%n 个启动请求尚未得到应答。</numerusform>
        </translation>
    </message>
    <message>
        <source>The window closes when all that is under way is settled.</source>
        <translation>所有进行中的请求都有结果后，窗口将关闭。</translation>
    </message>
    <message>
        <source>Stops are planned</source>
        <translation>有任务已计划停止</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) will not be stopped while the console is closed.</source>
        <translation>
            <numerusform>控制台关闭期间，%n 个任务不会被停止。</numerusform>
        </translation>
    </message>
    <message>
        <source>What falls due meanwhile is announced at the next start, and then stopped.</source>
        <translation>期间到期的停止将在下次启动时先通知，再执行。</translation>
    </message>
    <message>
        <source>&amp;Close all the same</source>
        <translation>仍然关闭(&amp;C)</translation>
    </message>
</context>
<context>
    <name>Gui::CodeView</name>
    <message>
        <source>Wr&amp;itten in:</source>
        <translation>语言(&amp;I)：</translation>
    </message>
    <message>
        <source>Keys are taken from the environment when it runs; secrets are placeholders.</source>
        <translation>运行时从环境变量读取密钥；机密信息以占位符代替。</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>复制(&amp;O)</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>复制代码</translation>
    </message>
    <message>
        <source>The call as code</source>
        <translation>调用的代码</translation>
    </message>
    <message>
        <source>The language or tool that makes the same call</source>
        <translation>发出同一调用所用的语言或工具</translation>
    </message>
    <message>
        <source>The request of the form as code, to read and copy</source>
        <translation>表单中的请求所对应的代码，可阅读和复制</translation>
    </message>
</context>
<context>
    <name>Gui::ConnectionTestView</name>
    <message>
        <source>answered in %1</source>
        <translation>应答用时 %1</translation>
    </message>
    <message>
        <source>RequestId %1</source>
        <translation>RequestId %1</translation>
    </message>
    <message>
        <source>Cancel the &amp;test</source>
        <translation>取消测试(&amp;T)</translation>
    </message>
    <message>
        <source>Asking the service…</source>
        <translation>正在请求服务端…</translation>
    </message>
    <message>
        <source>The service says: %1</source>
        <translation>服务端返回：%1</translation>
    </message>
    <message>
        <source>Technical detail: %1</source>
        <translation>技术详情：%1</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>测试连接(&amp;T)</translation>
    </message>
    <message>
        <source>Wait no longer for the answer</source>
        <translation>不再等待应答</translation>
    </message>
    <message>
        <source>Ask the service something that changes nothing, with the key of this form</source>
        <translation>用此表单中的密钥向服务端发出一个不更改任何内容的请求</translation>
    </message>
</context>
<context>
    <name>Gui::Details</name>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>TaskId</source>
        <translation>TaskId</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>备注名</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>群组</translation>
    </message>
    <message>
        <source>Push user</source>
        <translation>推流用户</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停止时间</translation>
    </message>
    <message>
        <source>Running for</source>
        <translation>已运行</translation>
    </message>
    <message>
        <source>Finish reason</source>
        <translation>结束原因</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>异常次数</translation>
    </message>
    <message>
        <source>IM synchronised</source>
        <translation>IM 同步时间</translation>
    </message>
    <message>
        <source>Backup TaskId</source>
        <translation>备份推流 TaskId</translation>
    </message>
    <message>
        <source>Backup status</source>
        <translation>备份推流状态</translation>
    </message>
    <message>
        <source>Backup RequestId</source>
        <translation>备份推流 RequestId</translation>
    </message>
    <message>
        <source>Backup text</source>
        <translation>备份推流原文</translation>
    </message>
    <message>
        <source>Last result</source>
        <translation>最近结果</translation>
    </message>
    <message>
        <source>Last result at</source>
        <translation>最近结果时间</translation>
    </message>
    <message>
        <source>RequestId</source>
        <translation>RequestId</translation>
    </message>
    <message>
        <source>Other fields</source>
        <translation>其他字段</translation>
    </message>
    <message>
        <source>Last heard of</source>
        <translation>最近获知时间</translation>
    </message>
    <message>
        <source>In the list since</source>
        <translation>加入列表时间</translation>
    </message>
    <message>
        <source>Gone since</source>
        <translation>消失时间</translation>
    </message>
</context>
<context>
    <name>Gui::DetailsPane</name>
    <message>
        <source>Select a task to see all that is known of it.</source>
        <translation>选择一个任务以查看其全部已知信息。</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>The task ended, but its backup push is not known to have stopped. It has a TaskId of its own.</source>
        <translation>任务已结束，但无法确定其备份推流是否已停止。备份推流有自己的 TaskId。</translation>
    </message>
    <message>
        <source>Stop the &amp;backup</source>
        <translation>停止备份推流(&amp;B)</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>操作记录</translation>
    </message>
    <message>
        <source>Journal of the task</source>
        <translation>任务的操作记录</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>复制行(&amp;C)</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>复制：%1</translation>
    </message>
    <message>
        <source>The service says: %1</source>
        <translation>服务端返回：%1</translation>
    </message>
    <message>
        <source>Nothing was asked about this task yet.</source>
        <translation>尚未对此任务发出过任何请求。</translation>
    </message>
    <message>
        <source>&amp;Inspect the request</source>
        <translation>查看请求(&amp;I)</translation>
    </message>
    <message>
        <source>Ask the service to stop the backup push, and confirm that it ended</source>
        <translation>请求服务端停止备份推流，并确认其已结束</translation>
    </message>
    <message>
        <source>Every request about this task, with its outcome. Enter shows one as it was sent and answered.</source>
        <translation>有关此任务的每个请求及其结果。按 Enter 查看其发送与应答内容。</translation>
    </message>
    <message>
        <source>Of the selected task, to read and copy</source>
        <translation>所选任务的信息，可阅读和复制</translation>
    </message>
    <message>
        <source>Put it on the clipboard</source>
        <translation>复制到剪贴板</translation>
    </message>
</context>
<context>
    <name>Gui::ExplorerPage</name>
    <message>
        <source>&amp;Account:</source>
        <translation>账号(&amp;A)：</translation>
    </message>
    <message>
        <source>With whose key, and in which edition and region</source>
        <translation>使用谁的密钥，在哪个站点与地域</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>The parameters as JSON</source>
        <translation>JSON 形式的参数</translation>
    </message>
    <message>
        <source>Sign only</source>
        <translation>仅签名</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Fill in the &amp;example</source>
        <translation>填入示例(&amp;E)</translation>
    </message>
    <message>
        <source>Replace the parameters with those of the catalogue&apos;s example</source>
        <translation>用目录中的示例替换参数</translation>
    </message>
    <message>
        <source>Empt&amp;y</source>
        <translation>清空(&amp;Y)</translation>
    </message>
    <message>
        <source>Unset all parameters</source>
        <translation>清除所有参数</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>取消(&amp;N)</translation>
    </message>
    <message>
        <source>Give the running call up</source>
        <translation>放弃正在进行的调用</translation>
    </message>
    <message>
        <source>Ca&amp;ll</source>
        <translation>调用(&amp;L)</translation>
    </message>
    <message>
        <source>Sign and send the request (Ctrl+Return)</source>
        <translation>签名并发送请求（Ctrl+Return）</translation>
    </message>
    <message>
        <source>reading only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>There is no account to call with: add one in the settings.</source>
        <translation>没有可用于调用的账号：请在设置中添加。</translation>
    </message>
    <message>
        <source>This action does not exist in the edition of the account (%1).</source>
        <translation>该账号所属的站点（%1）没有此接口。</translation>
    </message>
    <message>
        <source>The account is set to reading only, and this action changes something.</source>
        <translation>该账号设为只读，而此接口会更改内容。</translation>
    </message>
    <message>
        <source>The JSON cannot be read.</source>
        <translation>无法读取该 JSON。</translation>
    </message>
    <message>
        <source>Correct what is marked first.</source>
        <translation>请先更正已标出的内容。</translation>
    </message>
    <message>
        <source>Call %1 with the account “%2”?</source>
        <translation>使用账号“%2”调用 %1？</translation>
    </message>
    <message>
        <source>It may cost money. It is sent once and never repeated by itself.</source>
        <translation>可能产生费用。只发送一次，绝不自动重发。</translation>
    </message>
    <message>
        <source>The same parameters as in the form, as one JSON object; what changes here changes there</source>
        <translation>与表单相同的参数，为一个 JSON 对象；此处的更改会同步到表单</translation>
    </message>
</context>
<context>
    <name>Gui::ExplorerSearch</name>
    <message>
        <source>Not in this edition: %1</source>
        <translation>当前站点没有：%1</translation>
    </message>
    <message>
        <source>Actions, fields, error codes</source>
        <translation>接口、字段、错误码</translation>
    </message>
    <message>
        <source>Search the actions, their fields and error codes</source>
        <translation>搜索接口、字段与错误码</translation>
    </message>
    <message>
        <source>What the search found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>The list follows while you type; the arrow down goes to it.</source>
        <translation>输入时列表随之更新；按向下键进入列表。</translation>
    </message>
    <message>
        <source>Enter shows the action, or the one that the field or code belongs to.</source>
        <translation>按 Enter 显示该接口，或字段、错误码所属的接口。</translation>
    </message>
</context>
<context>
    <name>Gui::ExplorerTexts</name>
    <message>
        <source>International</source>
        <translation>国际站</translation>
    </message>
    <message>
        <source>Mainland China</source>
        <translation>中国站</translation>
    </message>
    <message>
        <source>Only reads</source>
        <translation>仅查询</translation>
    </message>
    <message>
        <source>Changes something</source>
        <translation>会更改内容</translation>
    </message>
    <message>
        <source>Begins something</source>
        <translation>会启动任务或开通资源</translation>
    </message>
    <message>
        <source>Ends something</source>
        <translation>会停止任务</translation>
    </message>
    <message>
        <source>If left out: %1.</source>
        <translation>不填时：%1。</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>In the answer to %1</source>
        <translation>%1 应答中的字段</translation>
    </message>
    <message>
        <source>Field of %1</source>
        <translation>%1 的字段</translation>
    </message>
    <message>
        <source>Error code</source>
        <translation>错误码</translation>
    </message>
    <message>
        <source>Error code, of %1</source>
        <translation>%1 的错误码</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Preparing the call…</source>
        <translation>正在准备调用…</translation>
    </message>
    <message>
        <source>Waiting for its turn…</source>
        <translation>正在排队等待…</translation>
    </message>
    <message>
        <source>Sent, attempt %1; waiting for the answer…</source>
        <translation>已发送（第 %1 次尝试），等待应答…</translation>
    </message>
    <message>
        <source>Sent; waiting for the answer…</source>
        <translation>已发送，等待应答…</translation>
    </message>
    <message>
        <source>Attempt %1 failed; trying again…</source>
        <translation>第 %1 次尝试失败，正在重试…</translation>
    </message>
    <message>
        <source>Accepted; looking whether the task ends…</source>
        <translation>已受理，正在确认任务是否停止…</translation>
    </message>
    <message>
        <source>No answer tells whether a task began; looking for it…</source>
        <translation>没有应答说明任务是否已启动，正在查找…</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a whole number that is not negative</source>
        <translation>非负整数</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>A date is written like 2026-01-31.</source>
        <translation>日期写作 2026-01-31。</translation>
    </message>
    <message>
        <source>A time is written like 2026-01-31 12:00:00.</source>
        <translation>时间写作 2026-01-31 12:00:00。</translation>
    </message>
    <message>
        <source>A time is written like 2026-01-31T12:00:00+08:00.</source>
        <translation>时间写作 2026-01-31T12:00:00+08:00。</translation>
    </message>
    <message>
        <source>This is not JSON.</source>
        <translation>这不是 JSON。</translation>
    </message>
    <message>
        <source>This is not an http or https address.</source>
        <translation>这不是 http 或 https 地址。</translation>
    </message>
    <message>
        <source>This is not an http or https address. An empty text removes the setting.</source>
        <translation>这不是 http 或 https 地址。空文本表示清除该设置。</translation>
    </message>
    <message>
        <source>%1 to %2.</source>
        <comment>range</comment>
        <translation>%1 至 %2。</translation>
    </message>
    <message>
        <source>At least %1.</source>
        <translation>不小于 %1。</translation>
    </message>
    <message>
        <source>At most %1.</source>
        <translation>不大于 %1。</translation>
    </message>
    <message>
        <source>This field is needed.</source>
        <translation>此字段必填。</translation>
    </message>
    <message>
        <source>This action has no such field in the account&apos;s edition.</source>
        <translation>在该账号所属站点，此接口没有这个字段。</translation>
    </message>
    <message>
        <source>A list is wanted here.</source>
        <translation>此处需要列表。</translation>
    </message>
    <message>
        <source>Wanted here: %1.</source>
        <comment>type of a value</comment>
        <translation>此处需要：%1。</translation>
    </message>
    <message>
        <source>The value is of another type than the field.</source>
        <translation>值的类型与字段不符。</translation>
    </message>
    <message>
        <source>Too long: at most %1 characters.</source>
        <translation>过长：最多 %1 个字符。</translation>
    </message>
    <message>
        <source>Too long: at most %1 bytes of UTF-8.</source>
        <translation>过长：最多 %1 个 UTF-8 字节。</translation>
    </message>
    <message>
        <source>This is none of the documented values.</source>
        <translation>这不是文档列出的取值。</translation>
    </message>
    <message>
        <source>There is a character inside that is not allowed here.</source>
        <translation>其中含有此处不允许的字符。</translation>
    </message>
    <message>
        <source>%1 is no longer waited for</source>
        <translation>不再等待 %1</translation>
    </message>
    <message>
        <source>It goes on: the task list and the log tell how it ends.</source>
        <translation>它会继续进行：结果见任务列表与日志。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>action, outcome</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 was answered</source>
        <translation>%1 已应答</translation>
    </message>
    <message>
        <source>Whether it had its effect is not known: look before you call it again.</source>
        <translation>不清楚是否已生效：再次调用前请先查询。</translation>
    </message>
</context>
<context>
    <name>Gui::ExportFlow</name>
    <message>
        <source>CSV for spreadsheets (*.csv);;JSON (*.json)</source>
        <translation>供电子表格使用的 CSV (*.csv);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Export tasks</source>
        <translation>导出任务</translation>
    </message>
    <message>
        <source>Export the journal</source>
        <translation>导出操作记录</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) written to %1</source>
        <translation>
            <numerusform>已将 %n 行写入 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing %1…</source>
        <translation>正在写入 %1…</translation>
    </message>
</context>
<context>
    <name>Gui::FieldForm</name>
    <message>
        <source>Needed</source>
        <translation>必填</translation>
    </message>
</context>
<context>
    <name>Gui::FilterBar</name>
    <message>
        <source>F&amp;ilter:</source>
        <translation>筛选(&amp;I)：</translation>
    </message>
    <message>
        <source>Show only the tasks that have this in their TaskId, label, room, application, status or RequestId</source>
        <translation>仅显示 TaskId、备注名、房间、应用、状态或 RequestId 中含有此内容的任务</translation>
    </message>
    <message>
        <source>TaskId, label</source>
        <translation>TaskId、备注名</translation>
    </message>
    <message>
        <source>Stat&amp;us:</source>
        <translation>状态(&amp;U)：</translation>
    </message>
    <message>
        <source>A&amp;pplication:</source>
        <translation>应用(&amp;P)：</translation>
    </message>
    <message>
        <source>A&amp;ccount:</source>
        <translation>账号(&amp;C)：</translation>
    </message>
    <message>
        <source>&amp;Saved filters</source>
        <translation>已保存的筛选(&amp;S)</translation>
    </message>
    <message>
        <source>What you look at often, under a name (Ctrl+Shift+L)</source>
        <translation>给常用的筛选条件起个名字 (Ctrl+Shift+L)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Long runners</source>
        <translation>长时间运行</translation>
    </message>
    <message>
        <source>Running for %1 h or longer</source>
        <translation>已运行 %1 小时或更久</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Mine today</source>
        <translation>我今天处理的</translation>
    </message>
    <message>
        <source>Stopped or started here today</source>
        <translation>今天在此停止或启动的</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>全部账号</translation>
    </message>
    <message>
        <source>All applications</source>
        <translation>全部应用</translation>
    </message>
    <message>
        <source>&amp;Running</source>
        <translation>运行中(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Failed</source>
        <translation>失败(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Mine today</source>
        <translation>我今天处理的(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Long runners</source>
        <translation>长时间运行(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Save this filter…</source>
        <translation>保存此筛选(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Delete a saved filter</source>
        <translation>删除已保存的筛选(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;When is a run long…</source>
        <translation>多久算长时间运行(&amp;W)…</translation>
    </message>
    <message>
        <source>Show &amp;all tasks</source>
        <translation>显示全部任务(&amp;A)</translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation>保存此筛选</translation>
    </message>
    <message>
        <source>Name of the filter:</source>
        <translation>筛选名称：</translation>
    </message>
    <message>
        <source>When is a run long</source>
        <translation>多久算长时间运行</translation>
    </message>
    <message>
        <source>Hours after which a running task is a long runner:</source>
        <translation>任务运行多少小时后算长时间运行：</translation>
    </message>
    <message>
        <source>Show only the tasks that are in this state</source>
        <translation>只显示处于此状态的任务</translation>
    </message>
    <message>
        <source>Show only the tasks of this SdkAppId</source>
        <translation>只显示此 SdkAppId 的任务</translation>
    </message>
    <message>
        <source>Show only the tasks of this account</source>
        <translation>只显示此账号的任务</translation>
    </message>
</context>
<context>
    <name>Gui::FindRunning</name>
    <message>
        <source>Find running tasks</source>
        <translation>查找运行中的任务</translation>
    </message>
    <message>
        <source>Account %1: no application is known yet. Enter its SdkAppIds in the settings.</source>
        <translation>账号 %1：尚无已知应用。请在设置中输入该账号的 SdkAppId。</translation>
    </message>
    <message>
        <source>Account %1, application %2: %3. %4</source>
        <translation>账号 %1，应用 %2：%3。%4</translation>
    </message>
    <message>
        <source>Account %1: %2. %3</source>
        <translation>账号 %1：%2。%3</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) running</source>
        <translation>
            <numerusform>%n 个任务运行中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new in the list</source>
        <translation>
            <numerusform>列表中新增 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; the service knows more tasks than it listed</source>
        <translation>%1；服务端的任务数多于其列出的任务</translation>
    </message>
</context>
<context>
    <name>Gui::GuardFlow</name>
    <message numerus="yes">
        <source>%n task(s) will be stopped at %1</source>
        <translation>
            <numerusform>%n 个任务将于 %1 停止</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) will keep running</source>
        <translation>
            <numerusform>%n 个任务将继续运行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::GuardNotice</name>
    <message numerus="yes">
        <source>%n push task(s) running for long</source>
        <translation>
            <numerusform>%n 个推流任务运行时间过长</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>tasks, reason</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>label, TaskId</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation>停止…</translation>
    </message>
    <message>
        <source>A push task is stopped at %1</source>
        <translation>有 1 个推流任务将于 %1 停止</translation>
    </message>
    <message numerus="yes">
        <source>%n push tasks are going to be stopped, the first at %1</source>
        <translation>
            <numerusform>%n 个推流任务将被停止，最早于 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>继续运行</translation>
    </message>
    <message numerus="yes">
        <source>%n planned stop(s) dropped</source>
        <translation>
            <numerusform>已取消 %n 个计划的停止</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2. What was planned is not tried again.</source>
        <comment>task, reason</comment>
        <translation>%1：%2。该计划不再重试。</translation>
    </message>
    <message numerus="yes">
        <source>%n push task(s) could not be stopped</source>
        <translation>
            <numerusform>%n 个推流任务未能停止</numerusform>
        </translation>
    </message>
    <message>
        <source>The outcome is unknown</source>
        <translation>结果未知</translation>
    </message>
    <message>
        <source>%1: %2. The stop is announced again later.</source>
        <comment>task, reason</comment>
        <translation>%1：%2。稍后将再次通知。</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n push task(s) due to be stopped go on running</source>
        <translation>
            <numerusform>%n 个到期应停止的推流任务继续运行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2). The account is read-only: nothing is stopped with it.</source>
        <comment>tasks, reason</comment>
        <translation>%1（%2）。该账号为只读，不会停止任何任务。</translation>
    </message>
    <message>
        <source>Rules and planned stops wait for new credentials</source>
        <translation>规则和计划的停止正在等待新的凭证</translation>
    </message>
    <message>
        <source>Account %1: what is due to be stopped goes on running until they are saved.</source>
        <translation>账号 %1：保存新的凭证之前，到期应停止的任务会继续运行。</translation>
    </message>
    <message>
        <source>Enter new credentials…</source>
        <translation>输入新的凭证…</translation>
    </message>
</context>
<context>
    <name>Gui::GuideDialog</name>
    <message>
        <source>User&apos;s guide</source>
        <translation>用户指南</translation>
    </message>
    <message>
        <source>&amp;Search the guide:</source>
        <translation>在指南中搜索(&amp;S)：</translation>
    </message>
    <message>
        <source>A word, a button&apos;s name or an error code (Ctrl+F)</source>
        <translation>文字、按钮名称或错误码 (Ctrl+F)</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>上一处(&amp;P)</translation>
    </message>
    <message>
        <source>The place before (Shift+F3)</source>
        <translation>上一处 (Shift+F3)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一处(&amp;N)</translation>
    </message>
    <message>
        <source>The next place (F3)</source>
        <translation>下一处 (F3)</translation>
    </message>
    <message>
        <source>Contents of the guide</source>
        <translation>指南目录</translation>
    </message>
    <message>
        <source>Text of the guide</source>
        <translation>指南正文</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Choosing a chapter or section shows it in the text.</source>
        <translation>选择一章或一节，正文即显示该处。</translation>
    </message>
    <message>
        <source>The whole guide, with links between its places</source>
        <translation>指南全文，各处之间有链接</translation>
    </message>
</context>
<context>
    <name>Gui::HistoryPage</name>
    <message>
        <source>&amp;Search:</source>
        <translation>搜索(&amp;S)：</translation>
    </message>
    <message>
        <source>Part of a TaskId or a code, beginning of a RequestId</source>
        <translation>TaskId 或错误码的一部分，或 RequestId 的开头</translation>
    </message>
    <message>
        <source>Tas&amp;kId:</source>
        <translation>TaskId(&amp;K)：</translation>
    </message>
    <message>
        <source>Only the requests about this task</source>
        <translation>只显示关于此任务的请求</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>所有任务</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Save all requests that match as CSV or JSON</source>
        <translation>将所有匹配的请求保存为 CSV 或 JSON</translation>
    </message>
    <message>
        <source>A&amp;ccount:</source>
        <translation>账号(&amp;C)：</translation>
    </message>
    <message>
        <source>A&amp;pplication:</source>
        <translation>应用(&amp;P)：</translation>
    </message>
    <message>
        <source>Acti&amp;on:</source>
        <translation>接口(&amp;O)：</translation>
    </message>
    <message>
        <source>O&amp;utcome:</source>
        <translation>结果(&amp;U)：</translation>
    </message>
    <message>
        <source>T&amp;ime:</source>
        <translation>时间(&amp;I)：</translation>
    </message>
    <message>
        <source>&amp;from</source>
        <translation>从(&amp;F)</translation>
    </message>
    <message>
        <source>unti&amp;l</source>
        <translation>到(&amp;L)</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Details of the selected request</source>
        <translation>所选请求的详情</translation>
    </message>
    <message>
        <source>Choose a request to see all that is known of it.</source>
        <translation>选择一个请求以查看其全部信息。</translation>
    </message>
    <message>
        <source>Cancel the expo&amp;rt</source>
        <translation>取消导出(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Copy the selected rows</source>
        <translation>复制所选行(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the &amp;RequestId</source>
        <translation>复制 RequestId(&amp;R)</translation>
    </message>
    <message>
        <source>Only requests about this &amp;task</source>
        <translation>只看关于此任务的请求(&amp;T)</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>全部账号</translation>
    </message>
    <message>
        <source>All applications</source>
        <translation>全部应用</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>所有接口</translation>
    </message>
    <message>
        <source>All outcomes</source>
        <translation>所有结果</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>任何时间</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>最近 1 小时</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Between…</source>
        <translation>介于…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>No request matches.</source>
        <translation>没有匹配的请求。</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n 个请求</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %n request(s); scroll down for more</source>
        <translation>
            <numerusform>最新的 %n 个请求；向下滚动可查看更多</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name, value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The service says</source>
        <translation>服务端返回</translation>
    </message>
    <message>
        <source>No longer kept, or there was none.</source>
        <translation>不再保留，或本来就没有。</translation>
    </message>
    <message>
        <source>Request:</source>
        <translation>请求：</translation>
    </message>
    <message>
        <source>Answer:</source>
        <translation>应答：</translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation>导出历史</translation>
    </message>
    <message>
        <source>CSV (*.csv);;JSON (*.json)</source>
        <translation>CSV (*.csv);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Exported so far: %1</source>
        <translation>已导出：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) exported</source>
        <translation>
            <numerusform>已导出 %n 个请求</numerusform>
        </translation>
    </message>
    <message>
        <source>Export canceled</source>
        <translation>已取消导出</translation>
    </message>
    <message>
        <source>&amp;Inspect the request</source>
        <translation>查看请求(&amp;I)</translation>
    </message>
    <message>
        <source>Show only requests that this account signed</source>
        <translation>只显示由此账号签名的请求</translation>
    </message>
    <message>
        <source>Show only requests about this SdkAppId</source>
        <translation>只显示有关此 SdkAppId 的请求</translation>
    </message>
    <message>
        <source>Show only requests that asked for this</source>
        <translation>只显示调用此接口的请求</translation>
    </message>
    <message>
        <source>Show only requests that ended like this</source>
        <translation>只显示此结果的请求</translation>
    </message>
    <message>
        <source>Show only requests of this time</source>
        <translation>只显示此时间段内的请求</translation>
    </message>
    <message>
        <source>The earliest time of requests that are shown</source>
        <translation>所显示请求的最早时间</translation>
    </message>
    <message>
        <source>The latest time of requests that are shown</source>
        <translation>所显示请求的最晚时间</translation>
    </message>
    <message>
        <source>Every request that was ever sent from here, if it matches the filter. Enter shows one as it was sent and answered.</source>
        <translation>曾从这里发出且符合筛选条件的每个请求。按 Enter 查看其发送与应答内容。</translation>
    </message>
    <message>
        <source>All that is known of it, to read and copy</source>
        <translation>有关该请求的全部已知信息，可阅读和复制</translation>
    </message>
    <message>
        <source>Give up writing the file</source>
        <translation>放弃写入文件</translation>
    </message>
</context>
<context>
    <name>Gui::ListEditor</name>
    <message>
        <source>Add an item</source>
        <translation>添加一项</translation>
    </message>
    <message>
        <source>Take this item away</source>
        <translation>移除此项</translation>
    </message>
    <message>
        <source>Take %1 away</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Add an item to %1</source>
        <translation>为 %1 添加一项</translation>
    </message>
</context>
<context>
    <name>Gui::LockFlow</name>
    <message>
        <source>The keys are gone from memory</source>
        <translation>密钥已从内存中清除</translation>
    </message>
    <message>
        <source>Locked: you asked for it</source>
        <translation>已锁定：应您的要求</translation>
    </message>
    <message>
        <source>Locked: nobody has used the console for a while</source>
        <translation>已锁定：一段时间内无人使用控制台</translation>
    </message>
    <message>
        <source>Locked: the desktop was locked</source>
        <translation>已锁定：桌面已锁定</translation>
    </message>
    <message>
        <source>Locked: rules and planned stops stop nothing</source>
        <translation>已锁定：规则和计划的停止不会执行</translation>
    </message>
    <message>
        <source>Unlock the console to let them work again.</source>
        <translation>解锁控制台后它们才会重新生效。</translation>
    </message>
    <message>
        <source>The console is locked: its keys are gone from memory. Unlocking reads them from the keyring again.</source>
        <translation>控制台已锁定：密钥已从内存中清除。解锁时会重新从密钥环读取。</translation>
    </message>
    <message>
        <source>The console is locked. What is under way is followed to its end, then its key is gone from memory too.</source>
        <translation>控制台已锁定。正在进行的操作会跟进到底，之后其密钥也会从内存中清除。</translation>
    </message>
    <message>
        <source>Rules and planned stops stop nothing until you unlock.</source>
        <translation>解锁之前，规则和计划的停止不会执行。</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>已解锁</translation>
    </message>
    <message>
        <source>The key of account %1 could not be read again: %2. Enter it anew if it was kept in memory only.</source>
        <translation>无法重新读取账号 %1 的密钥：%2。如果它只保存在内存中，请重新输入。</translation>
    </message>
    <message>
        <source>Enter the key…</source>
        <translation>输入密钥…</translation>
    </message>
    <message>
        <source>The keys stay in memory: rules or planned stops need them</source>
        <translation>密钥保留在内存中：规则或计划的停止需要它们</translation>
    </message>
    <message>
        <source>%1. The settings can have them locked up all the same.</source>
        <translation>%1。可以在设置中改为仍然锁定。</translation>
    </message>
</context>
<context>
    <name>Gui::LogPane</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Sho&amp;w:</source>
        <translation>显示(&amp;W)：</translation>
    </message>
    <message>
        <source>The least important lines to show</source>
        <translation>要显示的最低级别</translation>
    </message>
    <message>
        <source>Containin&amp;g:</source>
        <translation>包含(&amp;G)：</translation>
    </message>
    <message>
        <source>Any column: task, code, RequestId…</source>
        <translation>任意列：任务、错误码、RequestId…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the selected lines</source>
        <translation>复制所选行</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Save the lines shown as CSV or JSON</source>
        <translation>将当前显示的行保存为 CSV 或 JSON</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Empty this list. The history of requests on disk is kept.</source>
        <translation>清空此列表。磁盘上的请求历史会保留。</translation>
    </message>
    <message>
        <source>Details of the selected line</source>
        <translation>所选行的详情</translation>
    </message>
    <message>
        <source>Choose a line to see what it means and what to do about it.</source>
        <translation>选择一行，查看其含义及处理方法。</translation>
    </message>
    <message>
        <source>The service says: %1</source>
        <translation>服务端返回：%1</translation>
    </message>
    <message>
        <source>Technical detail: %1</source>
        <translation>技术详情：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a field, its value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>接口</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>TaskId</source>
        <translation>TaskId</translation>
    </message>
    <message>
        <source>RequestId</source>
        <translation>RequestId</translation>
    </message>
    <message>
        <source>Export the log</source>
        <translation>导出日志</translation>
    </message>
    <message>
        <source>CSV (*.csv);;JSON (*.json)</source>
        <translation>CSV (*.csv);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Successes, warnings, errors</source>
        <translation>成功、警告和错误</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告和错误</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>&amp;Copy the selected lines</source>
        <translation>复制所选行(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the &amp;RequestId</source>
        <translation>复制 RequestId(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Inspect the request</source>
        <translation>查看请求(&amp;I)</translation>
    </message>
    <message>
        <source>What happened in this run, as far as it is to be shown. Enter shows a request as it was sent and answered.</source>
        <translation>本次运行中发生的、符合显示条件的事件。按 Enter 查看请求的发送与应答内容。</translation>
    </message>
    <message>
        <source>What it means and what to do about it</source>
        <translation>该行的含义及处理方法</translation>
    </message>
</context>
<context>
    <name>Gui::MainWindow</name>
    <message>
        <source>Whiteboard Push Console</source>
        <translation>白板推流控制台</translation>
    </message>
    <message>
        <source>Asking which tasks are running…</source>
        <translation>正在查询运行中的任务…</translation>
    </message>
    <message>
        <source>&amp;Task</source>
        <translation>任务(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>&amp;Add tasks…</source>
        <translation>添加任务(&amp;A)…</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add tasks by TaskId, or by pasting a request, an answer or a command line</source>
        <translation>通过 TaskId，或粘贴请求、应答或命令行来添加任务</translation>
    </message>
    <message>
        <source>&amp;Paste tasks</source>
        <translation>粘贴任务(&amp;P)</translation>
    </message>
    <message>
        <source>Add the tasks that the clipboard names</source>
        <translation>添加剪贴板内容中的任务</translation>
    </message>
    <message>
        <source>Find running</source>
        <translation>查找运行中</translation>
    </message>
    <message>
        <source>Ask the service which tasks are running in the known applications, and add them</source>
        <translation>向服务端查询已知应用中正在运行的任务，并将其添加到列表</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Stop the selected push tasks and confirm that they ended</source>
        <translation>停止所选推流任务，并确认其已结束</translation>
    </message>
    <message>
        <source>Stop the &amp;backup</source>
        <translation>停止备份推流(&amp;B)</translation>
    </message>
    <message>
        <source>The task ended, its backup push did not: stop that one too</source>
        <translation>任务已结束，但其备份推流未结束：一并停止备份推流</translation>
    </message>
    <message>
        <source>Ca&amp;ncel the rest</source>
        <translation>取消其余停止(&amp;N)</translation>
    </message>
    <message>
        <source>Stops that have not been sent yet are not sent any more</source>
        <translation>不再发送尚未发送的停止请求</translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation>刷新(&amp;F)</translation>
    </message>
    <message>
        <source>Ask the service how the selected tasks stand; all tasks if none is selected</source>
        <translation>向服务端查询所选任务的状态；未选择时查询所有任务</translation>
    </message>
    <message>
        <source>Edit &amp;label…</source>
        <translation>编辑备注名(&amp;L)…</translation>
    </message>
    <message>
        <source>Give the task a word of your own, such as the class</source>
        <translation>为任务设置自定义备注名，例如班级名称</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Forget the selected tasks here; they are not stopped</source>
        <translation>仅从此列表中移除所选任务，不会停止它们</translation>
    </message>
    <message>
        <source>Copy the TaskIds of the selected tasks, one a line</source>
        <translation>复制所选任务的 TaskId，每行一个</translation>
    </message>
    <message>
        <source>Copy Request&amp;Id</source>
        <translation>复制 RequestId(&amp;I)</translation>
    </message>
    <message>
        <source>Copy the RequestIds of the last results, one a line</source>
        <translation>复制最近结果的 RequestId，每行一个</translation>
    </message>
    <message>
        <source>Cop&amp;y row</source>
        <translation>复制行(&amp;Y)</translation>
    </message>
    <message>
        <source>Copy the selected rows as text with tabs</source>
        <translation>将所选行复制为以制表符分隔的文本</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>设置(&amp;E)…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Accounts, network and behaviour</source>
        <translation>账号、网络和行为</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Filter tasks</source>
        <translation>筛选任务(&amp;F)</translation>
    </message>
    <message>
        <source>Go to the filter of the task list</source>
        <translation>转到任务列表的筛选框</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>关于(&amp;A)</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>关于 Qt(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>列(&amp;C)</translation>
    </message>
    <message>
        <source>Tool&amp;bar</source>
        <translation>工具栏(&amp;B)</translation>
    </message>
    <message>
        <source>Refreshing %1: %2</source>
        <translation>正在刷新 %1：%2</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>导出(&amp;X)</translation>
    </message>
    <message>
        <source>I&amp;mport from a file…</source>
        <translation>从文件导入(&amp;M)…</translation>
    </message>
    <message>
        <source>Add the tasks that a CSV, text or JSON file names; files can also be dropped on the window</source>
        <translation>添加 CSV、文本或 JSON 文件中列出的任务；也可以把文件拖到窗口上</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Begin to push a room&apos;s whiteboard; the new task gets a row</source>
        <translation>开始推送房间的白板；新任务会出现在列表中</translation>
    </message>
    <message>
        <source>Where the service reports what happens to the tasks of an application</source>
        <translation>服务端在何处通知应用的任务事件</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop all s&amp;hown…</source>
        <translation>停止所有显示的任务(&amp;H)…</translation>
    </message>
    <message>
        <source>Stop all tasks that match the filter, and their backup pushes</source>
        <translation>停止所有符合筛选条件的任务及其备份推流</translation>
    </message>
    <message>
        <source>Stop a r&amp;oom…</source>
        <translation>停止房间(&amp;O)…</translation>
    </message>
    <message>
        <source>Find what runs in a room, by its number or a label, and stop it</source>
        <translation>按房间号或备注名查找房间中正在运行的任务，并将其停止</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>&amp;Tasks</source>
        <translation>任务(&amp;T)</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Show the tasks</source>
        <translation>显示任务</translation>
    </message>
    <message>
        <source>&amp;Why was a request refused?…</source>
        <translation>请求为何被拒绝(&amp;W)…</translation>
    </message>
    <message>
        <source>Look for the first thing that is wrong with a signed request, also of another program</source>
        <translation>查找已签名请求中的第一处错误，也可用于其他程序的请求</translation>
    </message>
    <message>
        <source>Sa&amp;ved filters</source>
        <translation>已保存的筛选(&amp;V)</translation>
    </message>
    <message>
        <source>What you look at often, under a name</source>
        <translation>给常用的筛选条件起个名字</translation>
    </message>
    <message>
        <source>&amp;Sort by the current column</source>
        <translation>按当前列排序(&amp;S)</translation>
    </message>
    <message>
        <source>Sort the list by the column of the current cell; once more turns the order round</source>
        <translation>按当前单元格所在的列排序；再按一次则颠倒顺序</translation>
    </message>
    <message>
        <source>Export the tasks &amp;shown…</source>
        <translation>导出显示的任务(&amp;S)…</translation>
    </message>
    <message>
        <source>Write the tasks that the filter shows into a CSV or JSON file</source>
        <translation>将筛选后显示的任务写入 CSV 或 JSON 文件</translation>
    </message>
    <message>
        <source>Export the tasks se&amp;lected…</source>
        <translation>导出选中的任务(&amp;L)…</translation>
    </message>
    <message>
        <source>Write the selected tasks into a CSV or JSON file</source>
        <translation>将选中的任务写入 CSV 或 JSON 文件</translation>
    </message>
    <message>
        <source>Export the &amp;journal…</source>
        <translation>导出操作记录(&amp;J)…</translation>
    </message>
    <message>
        <source>Write every request ever made into a CSV or JSON file</source>
        <translation>将发出过的所有请求写入 CSV 或 JSON 文件</translation>
    </message>
    <message>
        <source>&amp;Group by</source>
        <translation>分组(&amp;G)</translation>
    </message>
    <message numerus="yes">
        <source>%n running task(s) found</source>
        <translation>
            <numerusform>发现 %n 个运行中的任务</numerusform>
        </translation>
    </message>
    <message>
        <source>This line tells of no request.</source>
        <translation>这一行没有对应的请求。</translation>
    </message>
    <message>
        <source>T&amp;imeline</source>
        <translation>时间线(&amp;I)</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Show when the tasks ran in the last hours</source>
        <translation>显示任务在最近几小时内的运行时间</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>历史(&amp;H)</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Show the requests that were sent from here</source>
        <translation>显示从这里发出的请求</translation>
    </message>
    <message>
        <source>Stop a&amp;t…</source>
        <translation>定时停止(&amp;T)…</translation>
    </message>
    <message>
        <source>Plan the stop of the selected tasks for a time, or in some minutes</source>
        <translation>计划在某个时间或若干分钟后停止所选任务</translation>
    </message>
    <message>
        <source>&amp;Keep running</source>
        <translation>继续运行(&amp;K)</translation>
    </message>
    <message>
        <source>Drop the planned or announced stops of the selected tasks</source>
        <translation>取消所选任务已计划或已通知的停止</translation>
    </message>
    <message>
        <source>R&amp;ules…</source>
        <translation>规则(&amp;U)…</translation>
    </message>
    <message>
        <source>Warn of tasks that run for long, or stop them</source>
        <translation>提醒或停止长时间运行的任务</translation>
    </message>
    <message>
        <source>E&amp;xplorer</source>
        <translation>API 浏览器(&amp;X)</translation>
    </message>
    <message>
        <source>Explorer</source>
        <translation>API 浏览器</translation>
    </message>
    <message>
        <source>Look up, call and sign any action of the service, or write it as code</source>
        <translation>查找、调用或签名服务端的任一接口，或生成调用代码</translation>
    </message>
    <message>
        <source>Nothing in the list is running.</source>
        <translation>列表中没有正在运行的任务。</translation>
    </message>
    <message>
        <source>User&apos;s &amp;guide</source>
        <translation>用户指南(&amp;G)</translation>
    </message>
    <message>
        <source>How to do what, what each outcome means, and every error code</source>
        <translation>各项操作的方法、各种结果的含义，以及全部错误码</translation>
    </message>
    <message>
        <source>Find runnin&amp;g tasks</source>
        <translation>查找运行中的任务(&amp;G)</translation>
    </message>
    <message>
        <source>Sta&amp;rt a push task…</source>
        <translation>启动推流任务(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Callback…</source>
        <translation>回调(&amp;C)…</translation>
    </message>
    <message>
        <source>Remo&amp;ve from the list</source>
        <translation>从列表中移除(&amp;V)</translation>
    </message>
    <message>
        <source>Copy TaskI&amp;d</source>
        <translation>复制 TaskId(&amp;D)</translation>
    </message>
    <message>
        <source>Undo removal</source>
        <translation>撤销移除</translation>
    </message>
    <message>
        <source>Put back on the list what was removed last, as it was</source>
        <translation>把最近移除的任务原样恢复到列表</translation>
    </message>
    <message>
        <source>Lock no&amp;w</source>
        <translation>立即锁定(&amp;W)</translation>
    </message>
    <message>
        <source>Drop the keys from memory until somebody unlocks the console</source>
        <translation>把密钥从内存中清除，直到有人解锁控制台</translation>
    </message>
</context>
<context>
    <name>Gui::NetworkPage</name>
    <message>
        <source>&amp;Proxy:</source>
        <translation>代理(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Host:</source>
        <translation>主机(&amp;H)：</translation>
    </message>
    <message>
        <source>proxy.example.org</source>
        <translation>proxy.example.org</translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <translation>端口(&amp;O)：</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>用户名(&amp;U)：</translation>
    </message>
    <message>
        <source>Only if the proxy asks for one</source>
        <translation>仅在代理要求时填写</translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation>密码(&amp;W)：</translation>
    </message>
    <message>
        <source>Give a &amp;request up after:</source>
        <translation>请求超时(&amp;R)：</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Extra CA fi&amp;le:</source>
        <translation>附加 CA 文件(&amp;L)：</translation>
    </message>
    <message>
        <source>PEM file trusted in addition to the system&apos;s</source>
        <translation>在系统证书之外额外信任的 PEM 文件</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>None, connect directly</source>
        <translation>无代理，直接连接</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>SOCKS5</source>
        <translation>SOCKS5</translation>
    </message>
    <message>
        <source>Choose the CA file</source>
        <translation>选择 CA 文件</translation>
    </message>
    <message>
        <source>PEM files (*.pem *.crt *.cer);;All files (*)</source>
        <translation>PEM 文件 (*.pem *.crt *.cer);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>未更改</translation>
    </message>
    <message>
        <source>Type the proxy&apos;s host.</source>
        <translation>请输入代理的主机。</translation>
    </message>
    <message>
        <source>Only the host&apos;s name or address belongs here, without http:// and path.</source>
        <translation>此处只需填写主机名或地址，不含 http:// 和路径。</translation>
    </message>
    <message>
        <source>Type the proxy&apos;s port.</source>
        <translation>请输入代理的端口。</translation>
    </message>
    <message>
        <source>Whether requests go through a proxy, and through which kind</source>
        <translation>请求是否经过代理，以及经过哪种代理</translation>
    </message>
    <message>
        <source>The proxy&apos;s name or address alone, without http:// and path</source>
        <translation>仅填代理的主机名或地址，不含 http:// 和路径</translation>
    </message>
    <message>
        <source>Where the proxy listens, often 8080 or 1080</source>
        <translation>代理监听的端口，常见为 8080 或 1080</translation>
    </message>
    <message>
        <source>How long one attempt may take, from connecting to the end of the answer</source>
        <translation>一次尝试从建立连接到应答结束最多可用的时间</translation>
    </message>
    <message>
        <source>Choose the file with the certificates to trust</source>
        <translation>选择包含所信任证书的文件</translation>
    </message>
</context>
<context>
    <name>Gui::NoticeArea</name>
    <message>
        <source>Put this notice away</source>
        <translation>关闭此通知</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Gui::ObjectEditor</name>
    <message>
        <source>Send %1</source>
        <translation>发送 %1</translation>
    </message>
</context>
<context>
    <name>Gui::PastePreview</name>
    <message>
        <source>Not a TaskId: too long, or blanks or unprintable characters inside</source>
        <translation>不是 TaskId：过长，或含有空格或不可打印的字符</translation>
    </message>
    <message>
        <source>Words, not TaskIds: put one TaskId on a line</source>
        <translation>是普通文字而不是 TaskId：请每行写一个 TaskId</translation>
    </message>
    <message>
        <source>No TaskId in it</source>
        <translation>其中没有 TaskId</translation>
    </message>
    <message>
        <source>JSON that is cut off or wrong</source>
        <translation>JSON 不完整或有错误</translation>
    </message>
    <message>
        <source>The SdkAppId is not a number: %1</source>
        <translation>SdkAppId 不是数字：%1</translation>
    </message>
    <message>
        <source>Rounded by a spreadsheet: %1</source>
        <translation>被电子表格舍入：%1</translation>
    </message>
    <message>
        <source>Stands in line %1 already</source>
        <translation>第 %1 行已有该任务</translation>
    </message>
    <message>
        <source>A quote begins here that never ends</source>
        <translation>此处的引号没有结束</translation>
    </message>
    <message>
        <source>Too much at once: 8 MiB can be read</source>
        <translation>一次的内容过多：最多可读取 8 MiB</translation>
    </message>
    <message>
        <source>Too much at once: %1 lines can be read</source>
        <translation>一次的内容过多：最多可读取 %1 行</translation>
    </message>
    <message>
        <source>This is not a file that can be read</source>
        <translation>这不是可以读取的文件</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>无法读取该文件：%1</translation>
    </message>
    <message>
        <source>Not a text file in UTF-8, UTF-16 or GB18030</source>
        <translation>不是 UTF-8、UTF-16 或 GB18030 编码的文本文件</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新任务</translation>
    </message>
    <message>
        <source>In the list already</source>
        <translation>已在列表中</translation>
    </message>
    <message>
        <source>Application missing</source>
        <translation>缺少应用</translation>
    </message>
</context>
<context>
    <name>Gui::PastePreviewModel</name>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>TaskId or text</source>
        <translation>TaskId 或文本</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>备注名</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>Gui::RecoveryNotice</name>
    <message numerus="yes">
        <source>%n stop(s) of an earlier run have no outcome. Finding out what became of them…</source>
        <translation>
            <numerusform>此前运行中有 %n 个停止请求没有结果。正在查明其结果…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stopped.</source>
        <translation>
            <numerusform>%n 个已停止。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed.</source>
        <translation>
            <numerusform>%n 个失败。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n had no effect and may still be running.</source>
        <translation>
            <numerusform>%n 个未生效，任务可能仍在运行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still unknown, and still running when last asked.</source>
        <translation>
            <numerusform>%n 个仍未知，最后一次查询时任务仍在运行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still unknown.</source>
        <translation>
            <numerusform>%n 个仍未知。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stops of an earlier run: %1</source>
        <translation>此前运行中的停止请求：%1</translation>
    </message>
    <message>
        <source>Stop these again…</source>
        <translation>再次停止这些任务…</translation>
    </message>
</context>
<context>
    <name>Gui::RemovalFlow</name>
    <message>
        <source>Remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message numerus="yes">
        <source>A Stop of %n of these task(s) is under way. Remove all the same?</source>
        <translation>
            <numerusform>其中 %n 个任务正在停止。仍要移除吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>It goes on, and the journal keeps how it ends, but the list will not show it.</source>
        <translation>停止会继续进行，操作记录会保存其结果，但列表不再显示。</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) removed from the list.</source>
        <translation>
            <numerusform>已从列表中移除 %n 个任务。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) put back on the list, as they were.</source>
        <translation>
            <numerusform>已将 %n 个任务原样恢复到列表。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them go(es) on running: nothing was stopped.</source>
        <translation>
            <numerusform>其中 %n 个仍在运行：没有停止任何任务。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>It goes on running: nothing was stopped.</source>
        <translation>它仍在运行：没有停止任何任务。</translation>
    </message>
</context>
<context>
    <name>Gui::RequestEditor</name>
    <message>
        <source>It has no parameters.</source>
        <translation>此接口没有参数。</translation>
    </message>
    <message>
        <source>Line %1, character %2: this is not JSON (%3).</source>
        <translation>第 %1 行第 %2 个字符：不是 JSON（%3）。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field, what is wrong</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Line %1, %2</source>
        <comment>number, field and what is wrong</comment>
        <translation>第 %1 行，%2</translation>
    </message>
    <message>
        <source>The JSON cannot be read; this is what it was before.</source>
        <translation>无法读取该 JSON；此处显示的是更改之前的内容。</translation>
    </message>
    <message>
        <source>A text of %1 characters is too long for a request. It was not pasted.</source>
        <translation>共 %1 个字符的文本对请求来说过长，未粘贴。</translation>
    </message>
</context>
<context>
    <name>Gui::RequestInspector</name>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>&amp;Attempt:</source>
        <translation>第几次(&amp;A)：</translation>
    </message>
    <message>
        <source>&amp;Show the signature</source>
        <translation>显示签名(&amp;S)</translation>
    </message>
    <message>
        <source>Of this one request. Until five minutes after it was made, whoever has it can send the same request again.</source>
        <translation>仅限这一个请求。签名生成后五分钟内，得到它的人可以再次发送同一请求。</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>复制为</translation>
    </message>
    <message>
        <source>Copy the request without its secrets</source>
        <translation>复制请求，不含机密信息</translation>
    </message>
    <message>
        <source>The request as it was sent</source>
        <translation>实际发送的请求</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>How the request was signed</source>
        <translation>请求的签名过程</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Connection and timings</source>
        <translation>连接与耗时</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>各次尝试</translation>
    </message>
    <message>
        <source>The attempts side by side</source>
        <translation>各次尝试对照</translation>
    </message>
    <message>
        <source>A &amp;curl script</source>
        <translation>curl 脚本(&amp;C)</translation>
    </message>
    <message>
        <source>A &amp;tccli command</source>
        <translation>tccli 命令(&amp;T)</translation>
    </message>
    <message>
        <source>A text for the &amp;support</source>
        <translation>给技术支持的文本(&amp;S)</translation>
    </message>
    <message>
        <source>A request may have been tried several times: which try is shown</source>
        <translation>一个请求可能尝试过多次：选择显示哪一次</translation>
    </message>
    <message>
        <source>Headers and body as they left, without secrets</source>
        <translation>发出时的请求头和正文，不含机密信息</translation>
    </message>
    <message>
        <source>Canonical request, string to sign and scope, step by step</source>
        <translation>逐步列出规范请求串、待签名字符串和凭证范围</translation>
    </message>
    <message>
        <source>Status, headers and body as they came</source>
        <translation>收到的状态、应答头和正文</translation>
    </message>
    <message>
        <source>Where it went, how it was encrypted, and how long each step took</source>
        <translation>请求发往何处、如何加密，以及每一步用时</translation>
    </message>
    <message>
        <source>One column for each attempt, to see in what they differ</source>
        <translation>每次尝试一列，便于看出差别</translation>
    </message>
</context>
<context>
    <name>Gui::RulesDialog</name>
    <message>
        <source>Rules against forgotten tasks</source>
        <translation>防遗忘规则</translation>
    </message>
    <message>
        <source>&amp;Rules; a tick switches one on</source>
        <translation>规则(&amp;R)；勾选即启用</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>添加(&amp;D)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;What to do:</source>
        <translation>操作(&amp;W)：</translation>
    </message>
    <message>
        <source>Running &amp;time:</source>
        <translation>运行时长(&amp;T)：</translation>
    </message>
    <message>
        <source> h</source>
        <translation> 小时</translation>
    </message>
    <message>
        <source>Minutes of the running time</source>
        <translation>运行时长的分钟数</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>T&amp;ime of day:</source>
        <translation>时刻(&amp;I)：</translation>
    </message>
    <message>
        <source>In this computer&apos;s time zone. Where summer time skips or repeats it, the rule holds once all the same.</source>
        <translation>以本机时区为准。即使夏令时跳过或重复该时刻，规则当天也只生效一次。</translation>
    </message>
    <message>
        <source>A&amp;ccount:</source>
        <translation>账号(&amp;C)：</translation>
    </message>
    <message>
        <source>A&amp;pplication:</source>
        <translation>应用(&amp;P)：</translation>
    </message>
    <message>
        <source>Warn after a running time</source>
        <translation>运行超过一段时间后提醒</translation>
    </message>
    <message>
        <source>Stop after a running time</source>
        <translation>运行超过一段时间后停止</translation>
    </message>
    <message>
        <source>Stop at a time of day</source>
        <translation>在每天的某个时刻停止</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>全部账号</translation>
    </message>
    <message>
        <source>Rules work while the console runs. A stop is announced %1 before, and does not take place for a task that is to keep running.</source>
        <translation>规则在控制台运行期间生效。停止前 %1会先行通知；选择继续运行的任务不会被停止。</translation>
    </message>
    <message>
        <source>application %1</source>
        <translation>应用 %1</translation>
    </message>
    <message>
        <source>all applications</source>
        <translation>所有应用</translation>
    </message>
    <message>
        <source>%1 – %2, %3</source>
        <comment>rule, account, application</comment>
        <translation>%1 – %2，%3</translation>
    </message>
    <message>
        <source>All applications</source>
        <translation>全部应用</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>%1 (the account is read-only: this only warns)</source>
        <comment>rule</comment>
        <translation>%1（账号为只读，仅提醒）</translation>
    </message>
    <message>
        <source>The rule that is selected is changed in the fields; the space bar switches it on and off.</source>
        <translation>选中的规则可在字段中修改；按空格键启用或停用。</translation>
    </message>
    <message>
        <source>Begin a rule, which is then set up in the fields</source>
        <translation>新建一条规则，随后在字段中设置</translation>
    </message>
    <message>
        <source>Take the selected rule away</source>
        <translation>删除选中的规则</translation>
    </message>
    <message>
        <source>Whether the rule warns or stops, and what it goes by</source>
        <translation>规则是提醒还是停止，以及依据什么</translation>
    </message>
    <message>
        <source>The hours that a task may run before the rule acts</source>
        <translation>规则生效前任务可运行的小时数</translation>
    </message>
    <message>
        <source>Added to the hours</source>
        <translation>与小时数相加</translation>
    </message>
    <message>
        <source>The rule holds for the tasks of this account</source>
        <translation>规则适用于此账号的任务</translation>
    </message>
    <message>
        <source>The rule holds for the tasks of this SdkAppId</source>
        <translation>规则适用于此 SdkAppId 的任务</translation>
    </message>
</context>
<context>
    <name>Gui::SecretField</name>
    <message>
        <source>Goes when you save</source>
        <translation>保存时将删除</translation>
    </message>
    <message>
        <source>Conceal what was typed</source>
        <translation>隐藏已输入的内容</translation>
    </message>
    <message>
        <source>Show what was typed</source>
        <translation>显示已输入的内容</translation>
    </message>
    <message>
        <source>Keep it after all</source>
        <translation>仍然保留</translation>
    </message>
    <message>
        <source>Remove it when saving</source>
        <translation>保存时删除</translation>
    </message>
</context>
<context>
    <name>Gui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>设置页面</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation>行为</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>The test used the network settings that are saved. What was changed on the page Network counts once it is saved.</source>
        <translation>测试使用的是已保存的网络设置。“网络”页上所做的更改在保存之后生效。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Nothing is saved yet: please look at the marked fields of the account.</source>
        <translation>尚未保存任何内容：请检查账号中标出的字段。</translation>
    </message>
    <message>
        <source>Nothing is saved yet: please look at the marked fields.</source>
        <translation>尚未保存任何内容：请检查标出的字段。</translation>
    </message>
    <message>
        <source>The proxy&apos;s password was not saved. %1 %2</source>
        <translation>代理的密码未保存。%1%2</translation>
    </message>
    <message>
        <source>The network settings were refused: %1</source>
        <translation>网络设置未被接受：%1</translation>
    </message>
    <message>
        <source>Saved for this run only</source>
        <translation>仅在本次运行期间保存</translation>
    </message>
    <message>
        <source>No keyring was found on this desktop. The secrets you typed stay in memory and are gone when the program ends; everything else is saved.</source>
        <translation>未在本机桌面环境中找到系统密钥环。您输入的机密信息只保留在内存中，程序退出后即丢失；其他内容均已保存。</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
</context>
<context>
    <name>Gui::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Clear the filter and go to the list</source>
        <translation>清除筛选并转到列表</translation>
    </message>
    <message>
        <source>Context menu</source>
        <translation>上下文菜单</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Filter and list of tasks</source>
        <translation>筛选和任务列表</translation>
    </message>
    <message>
        <source>From the filter to the list</source>
        <translation>从筛选框到列表</translation>
    </message>
    <message>
        <source>Show the details of the task</source>
        <translation>显示任务详情</translation>
    </message>
    <message>
        <source>Select all tasks that are shown</source>
        <translation>选中所有显示的任务</translation>
    </message>
    <message>
        <source>Each action with its keys, menu by menu</source>
        <translation>各菜单中的操作及其快捷键</translation>
    </message>
</context>
<context>
    <name>Gui::SignatureDoctorDialog</name>
    <message>
        <source>Why was a request refused?</source>
        <translation>请求为何被拒绝？</translation>
    </message>
    <message>
        <source>&amp;Paste the request as it was sent, best with the answer below it:</source>
        <translation>粘贴实际发送的请求，最好连同其下方的应答(&amp;P)：</translation>
    </message>
    <message>
        <source>A curl command, headers and body, a canonical request, a string to sign, an Authorization header. Nothing of it is kept or sent.</source>
        <translation>curl 命令、请求头和正文、规范请求串、待签名字符串、Authorization 头。内容不会被保存或发送。</translation>
    </message>
    <message>
        <source>Check with the key of:</source>
        <translation>用以下账号的密钥检查：</translation>
    </message>
    <message>
        <source>Secret&amp;Key:</source>
        <translation>SecretKey(&amp;K)：</translation>
    </message>
    <message>
        <source>For this check only; it is forgotten when the window closes</source>
        <translation>仅用于本次检查；关闭窗口后即清除</translation>
    </message>
    <message>
        <source>&amp;Examine</source>
        <translation>检查(&amp;E)</translation>
    </message>
    <message>
        <source>The difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>As it was sent or signed:</source>
        <translation>实际发送或签名的内容：</translation>
    </message>
    <message>
        <source>As it should be:</source>
        <translation>正确的内容：</translation>
    </message>
    <message>
        <source>How it should be</source>
        <translation>正确的内容</translation>
    </message>
    <message>
        <source>Canonical request:</source>
        <translation>规范请求串：</translation>
    </message>
    <message>
        <source>String to sign:</source>
        <translation>待签名字符串：</translation>
    </message>
    <message>
        <source>A key typed below</source>
        <translation>在下方输入密钥</translation>
    </message>
    <message>
        <source>No key: look at the form only</source>
        <translation>不用密钥：只检查格式</translation>
    </message>
    <message>
        <source>Text to sign:</source>
        <translation>待签名文本：</translation>
    </message>
    <message>
        <source>First difference: line %1, character %2</source>
        <translation>第一处差异：第 %1 行，第 %2 个字符</translation>
    </message>
    <message>
        <source>A text of %1 characters. It is too long to be shown, and is examined as a whole.</source>
        <translation>共 %1 个字符的文本。内容过长，不予显示，但会检查全文。</translation>
    </message>
    <message>
        <source>Examining…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Any part of a signed request helps. Nothing of it is kept or sent.</source>
        <translation>已签名请求的任何部分都有帮助。内容不会被保存或发送。</translation>
    </message>
    <message>
        <source>The signature is worked out anew with this key</source>
        <translation>用此密钥重新计算签名</translation>
    </message>
    <message>
        <source>Look for the first thing that is wrong with the request</source>
        <translation>查找请求中的第一处错误</translation>
    </message>
    <message>
        <source>The part of the request that is wrong; the difference is marked.</source>
        <translation>请求中有误的部分；差异处已标出。</translation>
    </message>
    <message>
        <source>The same part of a request that would be accepted</source>
        <translation>可被接受的请求中的同一部分</translation>
    </message>
    <message>
        <source>The form of the request that is hashed, to compare with your program&apos;s</source>
        <translation>请求用于计算哈希的形式，可与您程序中的比较</translation>
    </message>
    <message>
        <source>What the key signs, to compare with your program&apos;s</source>
        <translation>用密钥签名的内容，可与您程序中的比较</translation>
    </message>
</context>
<context>
    <name>Gui::SigningView</name>
    <message>
        <source>&amp;Signature:</source>
        <translation>签名方法(&amp;S)：</translation>
    </message>
    <message>
        <source>TC3 is what this program sends; the older one is for comparing with other programs</source>
        <translation>本程序使用 TC3 发送；旧方法用于与其他程序对照</translation>
    </message>
    <message>
        <source>At this time (&amp;UTC):</source>
        <translation>指定时间(&amp;UTC)：</translation>
    </message>
    <message>
        <source>Otherwise the request is signed for now</source>
        <translation>否则按当前时间签名</translation>
    </message>
    <message>
        <source>Time to sign for, in UTC</source>
        <translation>签名所用的 UTC 时间</translation>
    </message>
    <message>
        <source>S&amp;ign</source>
        <translation>签名(&amp;I)</translation>
    </message>
    <message>
        <source>Sign the request; nothing is sent</source>
        <translation>为请求签名；不发送任何内容</translation>
    </message>
    <message>
        <source>Show the signatu&amp;re</source>
        <translation>显示签名(&amp;R)</translation>
    </message>
    <message>
        <source>The request as it would be sent</source>
        <translation>将要发送的请求</translation>
    </message>
    <message>
        <source>The finished request, without sending it</source>
        <translation>生成完成的请求，不发送</translation>
    </message>
    <message>
        <source>What was signed</source>
        <translation>被签名的内容</translation>
    </message>
    <message>
        <source>Canonical request, string to sign and scope</source>
        <translation>规范请求串、待签名字符串与凭证范围</translation>
    </message>
    <message>
        <source>— Text to sign —</source>
        <translation>— 待签名文本 —</translation>
    </message>
    <message>
        <source>— Signature —</source>
        <translation>— 签名 —</translation>
    </message>
    <message>
        <source>A signature is accepted for five minutes around its time</source>
        <translation>签名仅在其时间前后五分钟内被接受</translation>
    </message>
    <message>
        <source>Whoever has it can send the request until five minutes after its time</source>
        <translation>在其时间之后五分钟内，得到签名的人都可以发送该请求</translation>
    </message>
    <message>
        <source>The finished request with its signature, to read and copy</source>
        <translation>带签名的完整请求，可阅读和复制</translation>
    </message>
    <message>
        <source>Canonical request, string to sign and scope, to compare with another program&apos;s</source>
        <translation>规范请求串、待签名字符串和凭证范围，可与其他程序的比较</translation>
    </message>
</context>
<context>
    <name>Gui::StartDialog</name>
    <message>
        <source>Start a push task</source>
        <translation>启动推流任务</translation>
    </message>
    <message>
        <source>&amp;Template:</source>
        <translation>模板(&amp;T)：</translation>
    </message>
    <message>
        <source>All fields but the secrets, kept under a name</source>
        <translation>以名称保存的全部字段，不含机密信息</translation>
    </message>
    <message>
        <source>Sa&amp;ve…</source>
        <translation>保存(&amp;V)…</translation>
    </message>
    <message>
        <source>Keep the fields under a name, without the secrets</source>
        <translation>以名称保存字段，不含机密信息</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Forget this template</source>
        <translation>删除此模板</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>Read a template from a file</source>
        <translation>从文件读取模板</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>Write the fields to a file, without the secrets; “start --from” reads it too</source>
        <translation>将字段写入文件，不含机密信息；“start --from”也可读取</translation>
    </message>
    <message>
        <source>A&amp;ccount:</source>
        <translation>账号(&amp;C)：</translation>
    </message>
    <message>
        <source>A&amp;pplication:</source>
        <translation>应用(&amp;P)：</translation>
    </message>
    <message>
        <source>The SdkAppId that the room belongs to</source>
        <translation>房间所属的 SdkAppId</translation>
    </message>
    <message>
        <source>&amp;Room:</source>
        <translation>房间(&amp;R)：</translation>
    </message>
    <message>
        <source>1 to 4294967295</source>
        <translation>1 到 4294967295</translation>
    </message>
    <message>
        <source>Push &amp;user:</source>
        <translation>推流用户(&amp;U)：</translation>
    </message>
    <message>
        <source>As whom the whiteboard is pushed; nobody else may have this name</source>
        <translation>以该用户身份推送白板；不得与他人重名</translation>
    </message>
    <message>
        <source>UserSi&amp;g:</source>
        <translation>UserSig(&amp;G)：</translation>
    </message>
    <message>
        <source>The signature of the push user. It should outlive the class; it is never stored.</source>
        <translation>推流用户的签名。有效期应长于课堂时间；不会被保存。</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>更多(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>启动(&amp;S)</translation>
    </message>
    <message>
        <source>There is no account yet: add one in the settings first.</source>
        <translation>还没有账号：请先在设置中添加账号。</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) need another look.</source>
        <translation>
            <numerusform>有 %n 个字段需要修改。</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Save as template</source>
        <translation>另存为模板</translation>
    </message>
    <message>
        <source>Name of the template:</source>
        <translation>模板名称：</translation>
    </message>
    <message>
        <source>The template is kept, without the secrets.</source>
        <translation>模板已保存，不含机密信息。</translation>
    </message>
    <message>
        <source>Import a template</source>
        <translation>导入模板</translation>
    </message>
    <message>
        <source>Templates (*.json)</source>
        <translation>模板 (*.json)</translation>
    </message>
    <message>
        <source>Export the fields</source>
        <translation>导出字段</translation>
    </message>
    <message>
        <source>Exported, without the secrets.</source>
        <translation>已导出，不含机密信息。</translation>
    </message>
    <message>
        <source>A signature that you paste is taken out of the clipboard at once.</source>
        <translation>粘贴的签名会立即从剪贴板中清除。</translation>
    </message>
    <message>
        <source>With the key of this account the task is started, and later stopped</source>
        <translation>用此账号的密钥启动任务，之后也用它停止任务</translation>
    </message>
    <message>
        <source>The number of the room whose whiteboard is pushed, 1 to 4294967295</source>
        <translation>要推送其白板的房间号，1 到 4294967295</translation>
    </message>
    <message>
        <source>Backup push, picture, recording and relay; what is not set is left to the service</source>
        <translation>备份推流、画面、录制与转推；未设置的由服务端决定</translation>
    </message>
</context>
<context>
    <name>Gui::StartFlow</name>
    <message>
        <source>No answer says whether the task was started. Looking for it…</source>
        <translation>没有应答说明任务是否已启动。正在查找…</translation>
    </message>
    <message>
        <source>Another start for this room is under way; two would cost twice. Wait until it is settled.</source>
        <translation>该房间已有一个启动请求正在进行；启动两个会产生双倍费用。请等待其结果。</translation>
    </message>
    <message>
        <source>Start of an earlier run in room %1:</source>
        <translation>此前运行中在房间 %1 的启动请求：</translation>
    </message>
    <message>
        <source>Start in room %1:</source>
        <translation>在房间 %1 的启动请求：</translation>
    </message>
    <message>
        <source>Show the task</source>
        <translation>显示任务</translation>
    </message>
</context>
<context>
    <name>Gui::StartOptions</name>
    <message>
        <source>&amp;Backup push</source>
        <translation>备份推流(&amp;B)</translation>
    </message>
    <message>
        <source>Push user:</source>
        <translation>推流用户：</translation>
    </message>
    <message>
        <source>Another name than the push user&apos;s</source>
        <translation>须与推流用户不同名</translation>
    </message>
    <message>
        <source>UserSig:</source>
        <translation>UserSig：</translation>
    </message>
    <message>
        <source>Stop it along with the main task</source>
        <translation>与主任务一起停止</translation>
    </message>
    <message>
        <source>AutoManageBackup: what is done to the main task is done to its backup</source>
        <translation>AutoManageBackup：对主任务的操作同样作用于备份</translation>
    </message>
    <message>
        <source>Whiteboard and picture</source>
        <translation>白板与画面</translation>
    </message>
    <message>
        <source>Width:</source>
        <translation>宽度：</translation>
    </message>
    <message>
        <source>1280</source>
        <translation>1280</translation>
    </message>
    <message>
        <source>Height:</source>
        <translation>高度：</translation>
    </message>
    <message>
        <source>960</source>
        <translation>960</translation>
    </message>
    <message>
        <source>Frames a second:</source>
        <translation>每秒帧数：</translation>
    </message>
    <message>
        <source>20 (0 to 30)</source>
        <translation>20（0 到 30）</translation>
    </message>
    <message>
        <source>Bitrate in kbps:</source>
        <translation>码率（kbps）：</translation>
    </message>
    <message>
        <source>1200 (0 to 2000)</source>
        <translation>1200（0 到 2000）</translation>
    </message>
    <message>
        <source>Whiteboard settings:</source>
        <translation>白板设置：</translation>
    </message>
    <message>
        <source>JSON, without secrets</source>
        <translation>JSON，不含机密信息</translation>
    </message>
    <message>
        <source>InitParam: how the whiteboard is set up</source>
        <translation>InitParam：白板的初始化参数</translation>
    </message>
    <message>
        <source>End, recording and relay</source>
        <translation>结束、录制与转推</translation>
    </message>
    <message>
        <source>Ends when idle for:</source>
        <translation>空闲多久后结束：</translation>
    </message>
    <message>
        <source>1800 seconds (300 to 259200)</source>
        <translation>1800 秒（300 到 259200）</translation>
    </message>
    <message>
        <source>AutoStopTimeout: so long without a whiteboard operation, and the task ends by itself</source>
        <translation>AutoStopTimeout：超过此时间没有白板操作，任务自动结束</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>录制</translation>
    </message>
    <message>
        <source>AutoRecord: TRTC records the stream, and bills it</source>
        <translation>AutoRecord：TRTC 录制该流，并计费</translation>
    </message>
    <message>
        <source>Record id:</source>
        <translation>录制 ID：</translation>
    </message>
    <message>
        <source>A to Z, a to z, digits, _ and -; switches recording on</source>
        <translation>A–Z、a–z、数字、_ 和 -；填写后开启录制</translation>
    </message>
    <message>
        <source>Relay to the CDN</source>
        <translation>转推到 CDN</translation>
    </message>
    <message>
        <source>AutoPublish: the stream is relayed to live streaming, and billed</source>
        <translation>AutoPublish：该流转推到直播，并计费</translation>
    </message>
    <message>
        <source>Stream id:</source>
        <translation>流 ID：</translation>
    </message>
    <message>
        <source>A to Z, a to z, digits, _ and -; switches the relay on</source>
        <translation>A–Z、a–z、数字、_ 和 -；填写后开启转推</translation>
    </message>
    <message>
        <source>TRTC and IM</source>
        <translation>TRTC 与 IM</translation>
    </message>
    <message>
        <source>TRTC room:</source>
        <translation>TRTC 房间：</translation>
    </message>
    <message>
        <source>As the room, unless another is given</source>
        <translation>不填则与房间相同</translation>
    </message>
    <message>
        <source>TRTC room as text:</source>
        <translation>TRTC 字符串房间：</translation>
    </message>
    <message>
        <source>Goes before the number</source>
        <translation>优先于数字房间号</translation>
    </message>
    <message>
        <source>Enters as:</source>
        <translation>进房模式：</translation>
    </message>
    <message>
        <source>IM group:</source>
        <translation>IM 群组：</translation>
    </message>
    <message>
        <source>Mainland edition only</source>
        <translation>仅限中国站</translation>
    </message>
    <message>
        <source>PrivateMapKey:</source>
        <translation>PrivateMapKey：</translation>
    </message>
    <message>
        <source>Needed where TRTC checks permissions room by room; never stored</source>
        <translation>TRTC 开启高级权限控制时需要；不会被保存</translation>
    </message>
    <message>
        <source>Extra data:</source>
        <translation>附加数据：</translation>
    </message>
    <message>
        <source>Only as the service&apos;s support says</source>
        <translation>仅在腾讯云技术支持要求时填写</translation>
    </message>
    <message>
        <source>IM group of another application</source>
        <translation>其他应用的 IM 群组</translation>
    </message>
    <message>
        <source>Application:</source>
        <translation>应用：</translation>
    </message>
    <message>
        <source>User:</source>
        <translation>用户：</translation>
    </message>
    <message>
        <source>TRTC room of another application</source>
        <translation>其他应用的 TRTC 房间</translation>
    </message>
    <message>
        <source>Usual: video call</source>
        <translation>默认：视频通话</translation>
    </message>
    <message>
        <source>A second task pushes the same room, in case the first one fails</source>
        <translation>由第二个任务推送同一房间，以防第一个任务失败</translation>
    </message>
    <message>
        <source>The signature of the backup&apos;s push user; never stored</source>
        <translation>备份推流用户的签名；不会被保存</translation>
    </message>
    <message>
        <source>Of the picture, in pixels</source>
        <translation>画面高度，单位为像素</translation>
    </message>
    <message>
        <source>VideoFPS: more of them make movement smoother and need more bandwidth</source>
        <translation>VideoFPS：数值越大动作越流畅，所需带宽也越大</translation>
    </message>
    <message>
        <source>VideoBitrate: what is aimed at; the real one moves around it</source>
        <translation>VideoBitrate：参考码率；实际码率会上下浮动</translation>
    </message>
    <message>
        <source>The scene in which the pusher enters the TRTC room</source>
        <translation>推流服务进入 TRTC 房间的场景</translation>
    </message>
    <message>
        <source>GroupId: the chat group of the whiteboard; mainland edition only</source>
        <translation>GroupId：白板的信令群组；仅限中国站</translation>
    </message>
    <message>
        <source>The login to a chat application other than the whiteboard&apos;s</source>
        <translation>即时通信应用与白板应用不同时的登录信息</translation>
    </message>
    <message>
        <source>The SdkAppId of the chat application</source>
        <translation>即时通信应用的 SdkAppId</translation>
    </message>
    <message>
        <source>Who signs in to the chat application</source>
        <translation>登录即时通信应用的用户</translation>
    </message>
    <message>
        <source>The signature of the chat application&apos;s user; never stored</source>
        <translation>即时通信应用用户的签名；不会被保存</translation>
    </message>
    <message>
        <source>The login to a TRTC application other than the whiteboard&apos;s</source>
        <translation>TRTC 应用与白板应用不同时的登录信息</translation>
    </message>
    <message>
        <source>The SdkAppId of the TRTC application</source>
        <translation>TRTC 应用的 SdkAppId</translation>
    </message>
    <message>
        <source>Who signs in to the TRTC application</source>
        <translation>登录 TRTC 应用的用户</translation>
    </message>
    <message>
        <source>The signature of the TRTC application&apos;s user; never stored</source>
        <translation>TRTC 应用用户的签名；不会被保存</translation>
    </message>
</context>
<context>
    <name>Gui::StatusLine</name>
    <message>
        <source>%1/%2 requests/s</source>
        <translation>每秒请求数 %1/%2</translation>
    </message>
    <message>
        <source>Requests within the last second, of the busiest action, and the service&apos;s limit</source>
        <translation>最近一秒内请求最多的接口的请求数，以及服务端的频率限制</translation>
    </message>
    <message>
        <source>Mainland</source>
        <translation>中国站</translation>
    </message>
    <message>
        <source>International</source>
        <translation>国际站</translation>
    </message>
    <message>
        <source>No account</source>
        <translation>无账号</translation>
    </message>
    <message>
        <source>Clock: %1</source>
        <translation>时钟：%1</translation>
    </message>
    <message>
        <source>Requests are signed with the service&apos;s time. Set this computer&apos;s clock right.</source>
        <translation>请求目前按服务端时间签名。请校准本机时钟。</translation>
    </message>
</context>
<context>
    <name>Gui::StopAllFlow</name>
    <message>
        <source>Account %1: the service knows more tasks than it listed.</source>
        <translation>账号 %1：服务端的任务数多于其列出的任务。</translation>
    </message>
    <message>
        <source>Account %1: no application is known yet. Enter its SdkAppIds in the settings.</source>
        <translation>账号 %1：尚无已知应用。请在设置中输入该账号的 SdkAppId。</translation>
    </message>
    <message>
        <source>Account %1: %2. %3</source>
        <translation>账号 %1：%2。%3</translation>
    </message>
    <message>
        <source>Account %1, application %2: %3. %4</source>
        <translation>账号 %1，应用 %2：%3。%4</translation>
    </message>
    <message>
        <source>The service could not be asked for all that runs.</source>
        <translation>未能向服务端查询所有正在运行的任务。</translation>
    </message>
    <message>
        <source>There is nothing to stop: nothing is running.</source>
        <translation>没有正在运行的任务，无需停止。</translation>
    </message>
</context>
<context>
    <name>Gui::StopAtDialog</name>
    <message>
        <source>Stop at a time</source>
        <translation>定时停止</translation>
    </message>
    <message>
        <source>&amp;In</source>
        <translation>多久之后(&amp;I)</translation>
    </message>
    <message>
        <source>Minutes from now</source>
        <translation>从现在起的分钟数</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>&amp;At</source>
        <translation>指定时间(&amp;A)</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>日期和时间</translation>
    </message>
    <message>
        <source>&amp;Plan the stop</source>
        <translation>计划停止(&amp;P)</translation>
    </message>
    <message numerus="yes">
        <source>When are %n push task(s) to be stopped? An earlier plan is replaced.</source>
        <translation>
            <numerusform>要在何时停止这 %n 个推流任务？之前的计划将被替换。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped at %1, announced %2 before. The console has to be running then; if it is not, the stop is announced at its next start.</source>
        <translation>将于 %1 停止，并提前 %2通知。届时控制台须在运行；否则将在下次启动时通知。</translation>
    </message>
    <message>
        <source>This time has passed.</source>
        <translation>该时间已过。</translation>
    </message>
    <message>
        <source>Stop after some minutes</source>
        <translation>若干分钟后停止</translation>
    </message>
    <message>
        <source>1 to 10080, which is a week</source>
        <translation>1 到 10080（即一周）</translation>
    </message>
    <message>
        <source>Stop at a date and a time of day</source>
        <translation>在某个日期和时刻停止</translation>
    </message>
    <message>
        <source>In this computer&apos;s time zone</source>
        <translation>以本机时区为准</translation>
    </message>
</context>
<context>
    <name>Gui::StopFlow</name>
    <message>
        <source>Backup of %1</source>
        <translation>%1 的备份推流</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n task(s))</source>
        <translation>
            <numerusform>%1（%n 个任务）</numerusform>
        </translation>
    </message>
    <message>
        <source>Account %1, application %2</source>
        <translation>账号 %1，应用 %2</translation>
    </message>
    <message>
        <source>Stop a push task</source>
        <translation>停止推流任务</translation>
    </message>
    <message>
        <source>Stop the push task %1?</source>
        <translation>要停止推流任务 %1 吗？</translation>
    </message>
    <message>
        <source>%1

The push ends for everybody who watches it. A task that has stopped cannot be resumed.</source>
        <translation>%1

对所有观看者，该推流都将结束。任务停止后无法恢复。</translation>
    </message>
    <message>
        <source>&amp;Stop the task</source>
        <translation>停止任务(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Do not ask again before a single task is stopped</source>
        <translation>停止单个任务前不再询问(&amp;D)</translation>
    </message>
    <message>
        <source>Stop push tasks</source>
        <translation>停止多个推流任务</translation>
    </message>
    <message numerus="yes">
        <source>Stop %n push task(s)?</source>
        <translation>
            <numerusform>要停止 %n 个推流任务吗？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected task(s) already stopped or being stopped are left out.</source>
        <translation>
            <numerusform>所选任务中有 %n 个已停止或正在停止，将不再处理。</numerusform>
        </translation>
    </message>
    <message>
        <source>The pushes end for everybody who watches them. Tasks that have stopped cannot be resumed.</source>
        <translation>对所有观看者，这些推流都将结束。任务停止后无法恢复。</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Stop %n task(s)</source>
        <translation>
            <numerusform>停止 %n 个任务(&amp;S)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup push(es) of these tasks included.</source>
        <translation>
            <numerusform>其中包括这些任务的 %n 路备份推流。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::StopRoomDialog</name>
    <message>
        <source>Stop a room</source>
        <translation>停止房间</translation>
    </message>
    <message>
        <source>&amp;Room number or label:</source>
        <translation>房间号或备注名(&amp;R)：</translation>
    </message>
    <message>
        <source>What runs in the room</source>
        <translation>房间中正在运行的任务</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>备注名</translation>
    </message>
    <message>
        <source>TaskId</source>
        <translation>TaskId</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>&amp;Stop these…</source>
        <translation>停止这些任务(&amp;S)…</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) will be stopped, and what is known of their backup pushes.</source>
        <translation>
            <numerusform>将停止 %n 个任务，以及已知的备份推流。</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking the service what is running…</source>
        <translation>正在向服务端查询运行中的任务…</translation>
    </message>
    <message>
        <source>Type a room&apos;s number, or a word of a task&apos;s label.</source>
        <translation>请输入房间号，或任务备注名中的文字。</translation>
    </message>
    <message>
        <source>Nothing is known to run there.</source>
        <translation>未发现该处有正在运行的任务。</translation>
    </message>
    <message>
        <source>no application is known</source>
        <translation>没有已知的应用</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>The service could not be asked, so there may be more: %1</source>
        <translation>未能向服务端查询，因此可能还有更多任务：%1</translation>
    </message>
    <message>
        <source>The service did not list all tasks, so there may be more.</source>
        <translation>服务端没有列出全部任务，因此可能还有更多。</translation>
    </message>
    <message>
        <source>What runs there is listed while you type</source>
        <translation>输入时即列出其中正在运行的任务</translation>
    </message>
    <message>
        <source>The tasks that would be stopped, with their room, account and status</source>
        <translation>将被停止的任务及其房间、账号和状态</translation>
    </message>
</context>
<context>
    <name>Gui::TaskActions</name>
    <message>
        <source>Asking which tasks are running…</source>
        <translation>正在查询运行中的任务…</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) added</source>
        <translation>
            <numerusform>已添加 %n 个任务</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Refreshing %n task(s)</source>
        <translation>
            <numerusform>正在刷新 %n 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>Label of %1:</source>
        <translation>%1 的备注名：</translation>
    </message>
    <message numerus="yes">
        <source>Label of %n tasks:</source>
        <translation>
            <numerusform>%n 个任务的备注名：</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit label</source>
        <translation>编辑备注名</translation>
    </message>
</context>
<context>
    <name>Gui::TaskIntake</name>
    <message>
        <source>Not a link to a task</source>
        <translation>不是任务链接</translation>
    </message>
    <message>
        <source>A link to a task looks like tiwpush:TASKID?app=SDKAPPID. This one does not, so nothing is done with it:

%1</source>
        <translation>任务链接的形式为 tiwpush:TASKID?app=SDKAPPID。此链接不符合，因此未作任何处理：

%1</translation>
    </message>
</context>
<context>
    <name>Gui::TaskPage</name>
    <message>
        <source>Push tasks</source>
        <translation>推流任务</translation>
    </message>
    <message>
        <source>Add &amp;tasks…</source>
        <translation>添加任务(&amp;T)…</translation>
    </message>
    <message>
        <source>Find &amp;running tasks</source>
        <translation>查找运行中的任务(&amp;R)</translation>
    </message>
    <message>
        <source>C&amp;lear the filter</source>
        <translation>清除筛选(&amp;L)</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n 个运行中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 tasks, %3</source>
        <translation>显示 %1 个任务（共 %2 个），%3</translation>
    </message>
    <message>
        <source>No task matches the filter.</source>
        <translation>没有符合筛选条件的任务。</translation>
    </message>
    <message>
        <source>No task is in the list yet.
Add tasks by their TaskId, or let the console find the running ones.</source>
        <translation>列表中还没有任务。
请按 TaskId 添加任务，或让控制台查找运行中的任务。</translation>
    </message>
    <message>
        <source>&amp;Nothing</source>
        <translation>不分组(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Application</source>
        <translation>应用(&amp;A)</translation>
    </message>
    <message>
        <source>A&amp;ccount</source>
        <translation>账号(&amp;C)</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>countdown</comment>
        <translation>%1 后</translation>
    </message>
    <message>
        <source>Enter shows the details of a task, Shift+F10 what can be done with those that are selected.</source>
        <translation>按 Enter 显示任务的详情，按 Shift+F10 显示可对选中任务执行的操作。</translation>
    </message>
    <message>
        <source>By TaskId, or by pasting a request, an answer or a command line</source>
        <translation>按 TaskId 添加，或粘贴请求、应答或命令行</translation>
    </message>
    <message>
        <source>Ask the service which tasks are running in the known applications, and add them</source>
        <translation>向服务端查询已知应用中正在运行的任务，并添加到列表</translation>
    </message>
    <message>
        <source>Show all tasks again</source>
        <translation>重新显示所有任务</translation>
    </message>
</context>
<context>
    <name>Gui::TextEditor</name>
    <message>
        <source>Send it empty</source>
        <translation>发送空文本</translation>
    </message>
    <message>
        <source>An empty text removes the setting</source>
        <translation>空文本表示清除该设置</translation>
    </message>
</context>
<context>
    <name>Gui::TimelinePage</name>
    <message>
        <source>&amp;Span:</source>
        <translation>时间跨度(&amp;S)：</translation>
    </message>
    <message>
        <source>How far back the bars reach</source>
        <translation>时间线向前显示多长时间</translation>
    </message>
    <message>
        <source>When each task ran</source>
        <translation>每个任务的运行时间</translation>
    </message>
    <message>
        <source>Choosing a bar selects its task; Enter goes to it</source>
        <translation>选择条形即选中其任务；按 Enter 转到该任务</translation>
    </message>
    <message>
        <source>%1: %2, from %3 to %4, %5</source>
        <translation>%1：%2，从 %3 到 %4，%5</translation>
    </message>
    <message>
        <source>%1: %2, since %3, %4</source>
        <translation>%1：%2，自 %3 起，%4</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message numerus="yes">
        <source>running for %n hour(s) or longer</source>
        <translation>
            <numerusform>已运行 %n 小时或更久</numerusform>
        </translation>
    </message>
    <message>
        <source>prepared</source>
        <translation>准备中</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>ended by an error</source>
        <translation>因错误结束</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>服务端已无</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n 个任务</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::TokenNotice</name>
    <message numerus="yes">
        <source>Account %1: %2. %n stop(s) wait, and go on when new credentials are saved.</source>
        <translation>
            <numerusform>账号 %1：%2。有 %n 个停止请求在等待，保存新的凭证后继续。</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter new credentials…</source>
        <translation>输入新的凭证…</translation>
    </message>
</context>
<context>
    <name>Gui::TrayIcon</name>
    <message>
        <source>&amp;Show</source>
        <translation>显示(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;top all running…</source>
        <translation>停止所有运行中的任务(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) running</source>
        <translation>
            <numerusform>%n 个任务运行中</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::WelcomePage</name>
    <message>
        <source>Stop whiteboard push tasks, and know that they ended</source>
        <translation>停止白板推流任务，并确知其已结束</translation>
    </message>
    <message>
        <source>The console sends the Stop, watches the task until the service itself says that it has stopped, and keeps a journal of both.</source>
        <translation>控制台发送停止请求，持续查询任务，直到服务端确认其已停止，并将二者都记入操作记录。</translation>
    </message>
    <message>
        <source>Try the &amp;simulator</source>
        <translation>试用模拟器(&amp;S)</translation>
    </message>
    <message>
        <source>A service with some running tasks, inside this program. No account is needed and nothing leaves this computer.</source>
        <translation>在本程序内部运行的模拟服务，带有若干运行中的任务。无需账号，数据不会离开本机。</translation>
    </message>
    <message>
        <source>&amp;Add an account</source>
        <translation>添加账号(&amp;A)</translation>
    </message>
    <message>
        <source>With the SecretId and SecretKey of your account. The key goes into the keyring of your desktop.</source>
        <translation>使用您账号的 SecretId 和 SecretKey。密钥将存入系统密钥环。</translation>
    </message>
</context>
<context>
    <name>Gui::WindowDialogs</name>
    <message>
        <source>About Qt</source>
        <translation>关于 Qt</translation>
    </message>
    <message>
        <source>This program uses Qt %1 under the terms of the LGPL.</source>
        <translation>本程序根据 LGPL 条款使用 Qt %1。</translation>
    </message>
    <message>
        <source>About Whiteboard Push Console</source>
        <translation>关于白板推流控制台</translation>
    </message>
    <message>
        <source>Whiteboard Push Console %1

Stops whiteboard push tasks and confirms that they ended.

Free software under the terms of the GNU General Public License, version 3 or later, without any warranty.</source>
        <translation>白板推流控制台 %1

停止白板推流任务，并确认其已结束。

本程序是自由软件，依据 GNU 通用公共许可证第 3 版或更高版本的条款发布，不提供任何担保。</translation>
    </message>
</context>
<context>
    <name>Gui::Workspace</name>
    <message>
        <source>&amp;Details</source>
        <translation>详情(&amp;D)</translation>
    </message>
    <message>
        <source>Show all that is known of the selected task</source>
        <translation>显示所选任务的全部已知信息</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>日志(&amp;L)</translation>
    </message>
    <message>
        <source>Show what happened in this run</source>
        <translation>显示本次运行期间发生的事件</translation>
    </message>
</context>
<context>
    <name>Models::EventModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>接口</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>第几次</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>RequestId</source>
        <translation>RequestId</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>耗时</translation>
    </message>
</context>
<context>
    <name>Models::HistoryModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>TaskId</source>
        <translation>TaskId</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>接口</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>错误码</translation>
    </message>
    <message>
        <source>RequestId</source>
        <translation>RequestId</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>第几次</translation>
    </message>
</context>
<context>
    <name>Models::LogModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>接口</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>RequestId</source>
        <translation>RequestId</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>第几次</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>Models::TaskTableModel</name>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>TaskId</source>
        <translation>TaskId</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>备注名</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Running for</source>
        <translation>已运行</translation>
    </message>
    <message>
        <source>Finish reason</source>
        <translation>结束原因</translation>
    </message>
    <message>
        <source>Last result</source>
        <translation>最近结果</translation>
    </message>
    <message>
        <source>RequestId</source>
        <translation>RequestId</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Stops at</source>
        <translation>计划停止时间</translation>
    </message>
</context>
<context>
    <name>Models::TimelineModel</name>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>When it ran</source>
        <translation>运行时间</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
</context>
<context>
    <name>Text::ApiCode</name>
    <message>
        <source>This code belongs to another feature of the whiteboard service (recording, document transcoding or storage). Push actions are not expected to answer with it.</source>
        <translation>此错误码属于白板服务的其他功能（录制、文档转码或存储），推流接口通常不会返回。</translation>
    </message>
    <message>
        <source>Read the service&apos;s own message. If a push action keeps answering like this, contact Tencent Cloud support with the RequestId.</source>
        <translation>请查看服务端返回的消息。如果推流接口持续返回此错误，请携带 RequestId 联系腾讯云技术支持。</translation>
    </message>
    <message>
        <source>Most likely a fault of this program: please report it with the RequestId and the action. Repeating the request will not help.</source>
        <translation>很可能是本程序的缺陷：请携带 RequestId 和接口名反馈。重复请求无济于事。</translation>
    </message>
    <message>
        <source>Correct the value named in the service&apos;s message, then start again.</source>
        <translation>请更正服务端消息中指出的值，然后重新启动。</translation>
    </message>
    <message>
        <source>The service did not accept the credentials</source>
        <translation>服务端未接受凭证</translation>
    </message>
    <message>
        <source>The check of the signature or of the permissions failed.</source>
        <translation>签名或权限校验未通过。</translation>
    </message>
    <message>
        <source>Check SecretId and SecretKey in the account&apos;s settings, then the CAM policies of the user they belong to.</source>
        <translation>请检查账号设置中的 SecretId 和 SecretKey，再检查其所属用户的 CAM 策略。</translation>
    </message>
    <message>
        <source>The operation failed</source>
        <translation>操作失败</translation>
    </message>
    <message>
        <source>The service took the request but could not carry it out.</source>
        <translation>服务端收到了请求，但未能执行。</translation>
    </message>
    <message>
        <source>Read the service&apos;s own message, refresh the task and try again. If it keeps failing, contact Tencent Cloud support with the RequestId.</source>
        <translation>请查看服务端返回的消息，刷新任务后重试。如果持续失败，请携带 RequestId 联系腾讯云技术支持。</translation>
    </message>
    <message>
        <source>The push task failed</source>
        <translation>推流任务失败</translation>
    </message>
    <message>
        <source>The request itself went through: it is the push task that ended by an error, for example because its UserSig was not valid.</source>
        <translation>请求本身已成功：是推流任务因错误而结束，例如其 UserSig 无效。</translation>
    </message>
    <message>
        <source>The service&apos;s own message names the cause. Check the UserSig, the room and the group that the task was started with. There is nothing left to stop.</source>
        <translation>服务端返回的消息中指明了原因。请检查启动任务时使用的 UserSig、房间和群组。任务已结束，无需停止。</translation>
    </message>
    <message>
        <source>The feature is enabled already</source>
        <translation>该功能已启用</translation>
    </message>
    <message>
        <source>The storage bucket is not valid</source>
        <translation>存储桶无效</translation>
    </message>
    <message>
        <source>A file could not be downloaded</source>
        <translation>文件下载失败</translation>
    </message>
    <message>
        <source>A file has the wrong format</source>
        <translation>文件格式错误</translation>
    </message>
    <message>
        <source>A file could not be opened</source>
        <translation>文件打开失败</translation>
    </message>
    <message>
        <source>A file could not be uploaded</source>
        <translation>文件上传失败</translation>
    </message>
    <message>
        <source>The service could not get its own credentials</source>
        <translation>服务端未能获取其自身的凭证</translation>
    </message>
    <message>
        <source>A recording failed</source>
        <translation>录制失败</translation>
    </message>
    <message>
        <source>A document could not be transcoded</source>
        <translation>文档转码失败</translation>
    </message>
    <message>
        <source>The transcoding server failed</source>
        <translation>转码服务器出错</translation>
    </message>
    <message>
        <source>A document could not be prepared</source>
        <translation>文档预处理失败</translation>
    </message>
    <message>
        <source>The server that prepares documents failed</source>
        <translation>文档预处理服务器出错</translation>
    </message>
    <message>
        <source>A value was sent in the wrong type</source>
        <translation>参数值的类型错误</translation>
    </message>
    <message>
        <source>A value of the request has another JSON type than the service declares, for example an SdkAppId sent as text.</source>
        <translation>请求中某个值的 JSON 类型与服务端的声明不符，例如 SdkAppId 以文本形式发送。</translation>
    </message>
    <message>
        <source>There is no such application</source>
        <translation>应用不存在</translation>
    </message>
    <message>
        <source>The service knows no application with this SdkAppId.</source>
        <translation>服务端没有使用此 SdkAppId 的应用。</translation>
    </message>
    <message>
        <source>Check the SdkAppId, and that the account is set to the edition (International or Mainland) the application was made in.</source>
        <translation>请检查 SdkAppId，并确认账号所设的站点（国际站或中国站）就是创建该应用的站点。</translation>
    </message>
    <message>
        <source>There is no such task</source>
        <translation>任务不存在</translation>
    </message>
    <message>
        <source>The service knows no push task with this TaskId in this application.</source>
        <translation>服务端在该应用中找不到此 TaskId 对应的推流任务。</translation>
    </message>
    <message>
        <source>Check TaskId, SdkAppId and region: each of them must be the one the task was started with. A task that ended long ago may be gone from the service.</source>
        <translation>请检查 TaskId、SdkAppId 和地域：三者都必须与启动任务时所用的一致。结束已久的任务可能已从服务端清除。</translation>
    </message>
    <message>
        <source>The extra data are not valid</source>
        <translation>附加数据无效</translation>
    </message>
    <message>
        <source>The task was to be started with a special feature the service does not know.</source>
        <translation>启动任务时指定了服务端不支持的特殊功能。</translation>
    </message>
    <message>
        <source>A recording or push setting is not valid</source>
        <translation>录制或推流设置无效</translation>
    </message>
    <message>
        <source>The service refused one of the values the task was to be started with.</source>
        <translation>服务端拒绝了启动任务所用的某个值。</translation>
    </message>
    <message>
        <source>The callback address is malformed</source>
        <translation>回调地址格式错误</translation>
    </message>
    <message>
        <source>The service cannot use this text as a callback address.</source>
        <translation>服务端无法将此文本用作回调地址。</translation>
    </message>
    <message>
        <source>Give a complete URL that begins with http:// or https://.</source>
        <translation>请填写以 http:// 或 https:// 开头的完整 URL。</translation>
    </message>
    <message>
        <source>The service could not read the request</source>
        <translation>服务端无法解析请求</translation>
    </message>
    <message>
        <source>The body of the request did not reach it as valid JSON.</source>
        <translation>服务端收到的请求正文不是有效的 JSON。</translation>
    </message>
    <message>
        <source>The application exists already</source>
        <translation>应用已存在</translation>
    </message>
    <message>
        <source>The CDN domain was not found</source>
        <translation>未找到 CDN 域名</translation>
    </message>
    <message>
        <source>The file format is not supported</source>
        <translation>不支持该文件格式</translation>
    </message>
    <message>
        <source>The type of task is not valid</source>
        <translation>任务类型无效</translation>
    </message>
    <message>
        <source>A setting for preparing documents is not valid</source>
        <translation>文档预处理设置无效</translation>
    </message>
    <message>
        <source>A time is malformed</source>
        <translation>时间格式错误</translation>
    </message>
    <message>
        <source>A transcoding setting is not valid</source>
        <translation>转码设置无效</translation>
    </message>
    <message>
        <source>A URL is malformed</source>
        <translation>URL 格式错误</translation>
    </message>
    <message>
        <source>Too many tasks run at once</source>
        <translation>同时运行的任务过多</translation>
    </message>
    <message>
        <source>The application has as many running tasks as it may have.</source>
        <translation>该应用运行中的任务数已达上限。</translation>
    </message>
    <message>
        <source>Stop tasks that are no longer needed, or ask Tencent Cloud for a higher limit.</source>
        <translation>请停止不再需要的任务，或向腾讯云申请提高上限。</translation>
    </message>
    <message>
        <source>The document has too many pages to be transcoded</source>
        <translation>文档页数过多，无法转码</translation>
    </message>
    <message>
        <source>The push user is in use already</source>
        <translation>推流用户已被占用</translation>
    </message>
    <message>
        <source>Another task uses the same user id.</source>
        <translation>另一个任务正在使用相同的用户 ID。</translation>
    </message>
    <message>
        <source>Start with another PushUserId, or stop that task first.</source>
        <translation>请使用其他 PushUserId 启动，或先停止那个任务。</translation>
    </message>
    <message>
        <source>The whiteboard service is not activated</source>
        <translation>白板服务未开通</translation>
    </message>
    <message>
        <source>This application has no activated Tencent Interactive Whiteboard service.</source>
        <translation>该应用未开通腾讯云互动白板服务。</translation>
    </message>
    <message>
        <source>Activate the service for the application in the Tencent Cloud console, or check that the SdkAppId is the intended one.</source>
        <translation>请在腾讯云控制台为该应用开通服务，或检查 SdkAppId 是否正确。</translation>
    </message>
    <message>
        <source>The whiteboard service has expired</source>
        <translation>白板服务已过期</translation>
    </message>
    <message>
        <source>The service of this application is suspended: it expired, or payments are overdue.</source>
        <translation>该应用的服务已停用：服务已过期或账号欠费。</translation>
    </message>
    <message>
        <source>Renew the service or settle the bill in the Tencent Cloud console.</source>
        <translation>请在腾讯云控制台续费或结清账单。</translation>
    </message>
    <message>
        <source>The application belongs to another account</source>
        <translation>应用属于其他账号</translation>
    </message>
    <message>
        <source>The application does not exist or is not one of the account that signed the request.</source>
        <translation>应用不存在，或不属于签署该请求的账号。</translation>
    </message>
    <message>
        <source>Check the SdkAppId, and that the task is tracked under the right account.</source>
        <translation>请检查 SdkAppId，并确认任务归属于正确的账号。</translation>
    </message>
    <message>
        <source>The task&apos;s state does not allow this</source>
        <translation>任务的状态不允许此操作</translation>
    </message>
    <message>
        <source>The operation is not possible in the state the task is in now.</source>
        <translation>任务在当前状态下无法执行此操作。</translation>
    </message>
    <message>
        <source>Refresh the task to see its state, then decide again.</source>
        <translation>请刷新任务以查看其状态，再决定如何处理。</translation>
    </message>
    <message>
        <source>The task had already stopped</source>
        <translation>任务之前已停止</translation>
    </message>
    <message>
        <source>There was nothing left to stop: the task ended before.</source>
        <translation>无需停止：任务此前已经结束。</translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation>无需任何处理。</translation>
    </message>
    <message>
        <source>Check the endpoint and the edition in the account&apos;s settings. Behind a proxy, check that it passes the host name on unchanged.</source>
        <translation>请检查账号设置中的接入点和站点。如使用代理，请确认代理未改动主机名。</translation>
    </message>
    <message>
        <source>Wait a moment and try again. If it happens often, look for other programs that use the same account at the same time.</source>
        <translation>请稍候再试。如果经常出现，请检查是否有其他程序同时使用同一账号。</translation>
    </message>
    <message>
        <source>Have an administrator grant the right in CAM. To stop and confirm, a user needs tiw:StopWhiteboardPush and tiw:DescribeWhiteboardPush.</source>
        <translation>请管理员在 CAM 中授予该权限。停止并确认任务需要 tiw:StopWhiteboardPush 和 tiw:DescribeWhiteboardPush 权限。</translation>
    </message>
    <message>
        <source>The action is no longer offered</source>
        <translation>该接口已下线</translation>
    </message>
    <message>
        <source>The service has withdrawn this action.</source>
        <translation>服务端已不再提供此接口。</translation>
    </message>
    <message>
        <source>Look for a newer version of this program. Repeating the request will not help.</source>
        <translation>请查找本程序的新版本。重复请求无济于事。</translation>
    </message>
    <message>
        <source>The authorization is malformed</source>
        <translation>授权信息格式错误</translation>
    </message>
    <message>
        <source>The Authorization header did not reach the service in a form it can read.</source>
        <translation>服务端收到的 Authorization 请求头无法解析。</translation>
    </message>
    <message>
        <source>Check the SecretId for stray characters. Behind a proxy, check that it leaves the request&apos;s headers alone.</source>
        <translation>请检查 SecretId 中是否有多余字符。如使用代理，请确认代理未改动请求头。</translation>
    </message>
    <message>
        <source>The SecretId is not a cloud API key</source>
        <translation>SecretId 不是云 API 密钥</translation>
    </message>
    <message>
        <source>What is entered as SecretId is something else, for example the key of another product.</source>
        <translation>填入的 SecretId 不是云 API 密钥，例如可能是其他产品的密钥。</translation>
    </message>
    <message>
        <source>Enter a SecretId and SecretKey from the API key page of the CAM console.</source>
        <translation>请填写 CAM 控制台“API 密钥管理”页面中的 SecretId 和 SecretKey。</translation>
    </message>
    <message>
        <source>Multi-factor authentication failed</source>
        <translation>多因素认证失败</translation>
    </message>
    <message>
        <source>The account asks for a second factor for this action, and it was not given.</source>
        <translation>该账号对此接口要求二次验证，但请求未提供。</translation>
    </message>
    <message>
        <source>Use a key this rule does not apply to, or have an administrator change the rule.</source>
        <translation>请使用不受此规则限制的密钥，或请管理员修改规则。</translation>
    </message>
    <message>
        <source>The SecretId was not found</source>
        <translation>未找到 SecretId</translation>
    </message>
    <message>
        <source>The key was deleted or disabled, is mistyped or has stray blanks, or belongs to the other edition&apos;s site.</source>
        <translation>密钥已被删除或禁用、输入有误或含有多余空格，或属于另一站点。</translation>
    </message>
    <message>
        <source>Copy the SecretId once more from the CAM console and see there that it is enabled.</source>
        <translation>请从 CAM 控制台重新复制 SecretId，并确认其处于启用状态。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong</source>
        <translation>本机时钟不准确</translation>
    </message>
    <message>
        <source>The time in the request differs from the service&apos;s by more than 5 minutes.</source>
        <translation>请求中的时间与服务端时间相差超过 5 分钟。</translation>
    </message>
    <message>
        <source>Set the computer&apos;s clock, best by switching automatic time on. Until then requests are signed with the service&apos;s time where it is known.</source>
        <translation>请校准本机时钟，最好开启自动设置时间。在此之前，只要已知服务端时间，请求就按该时间签名。</translation>
    </message>
    <message>
        <source>The signature is not right</source>
        <translation>签名错误</translation>
    </message>
    <message>
        <source>The service knows the SecretId, but the signature does not fit it: most often the SecretKey is mistyped, cut or another key&apos;s.</source>
        <translation>服务端识别此 SecretId，但签名与之不符：最常见的原因是 SecretKey 输入有误、不完整，或属于另一个密钥。</translation>
    </message>
    <message>
        <source>Enter the SecretKey again. Behind a proxy, check that it changes neither the host name nor the content type.</source>
        <translation>请重新输入 SecretKey。如使用代理，请确认代理未改动主机名和内容类型。</translation>
    </message>
    <message>
        <source>The token is wrong or has expired</source>
        <translation>临时令牌错误或已过期</translation>
    </message>
    <message>
        <source>Temporary credentials are valid for a limited time, and only with the token they came with.</source>
        <translation>临时凭证有有效期，且必须与同时签发的临时令牌一起使用。</translation>
    </message>
    <message>
        <source>Get new temporary credentials and enter all three parts, or remove the token if the key is a permanent one.</source>
        <translation>请获取新的临时凭证并填写全部三项；如果使用的是永久密钥，请清除临时令牌。</translation>
    </message>
    <message>
        <source>CAM denies this action</source>
        <translation>CAM 拒绝了此操作</translation>
    </message>
    <message>
        <source>The key is right, but its user has no right to this action.</source>
        <translation>密钥正确，但其所属用户无权调用此接口。</translation>
    </message>
    <message>
        <source>A dry run would have succeeded</source>
        <translation>试运行通过，实际请求可成功</translation>
    </message>
    <message>
        <source>The request was only a trial: the service checked it and changed nothing.</source>
        <translation>此请求仅为试运行：服务端进行了检查，未作任何更改。</translation>
    </message>
    <message>
        <source>The service had an internal error</source>
        <translation>服务端内部错误</translation>
    </message>
    <message>
        <source>Something went wrong on the service&apos;s side.</source>
        <translation>服务端出现问题。</translation>
    </message>
    <message>
        <source>Refresh the task, then try again; a Stop may be repeated safely. If it lasts, contact Tencent Cloud support with the RequestId.</source>
        <translation>请刷新任务后重试；重复发送停止请求是安全的。如果问题持续，请携带 RequestId 联系腾讯云技术支持。</translation>
    </message>
    <message>
        <source>The service does not know this action</source>
        <translation>服务端没有此接口</translation>
    </message>
    <message>
        <source>The action does not exist at this endpoint. Some actions exist in one edition only.</source>
        <translation>此接入点不提供该接口。部分接口仅在某一站点中提供。</translation>
    </message>
    <message>
        <source>Check the edition (International or Mainland) in the account&apos;s settings.</source>
        <translation>请检查账号设置中的站点（国际站或中国站）。</translation>
    </message>
    <message>
        <source>A parameter is not valid</source>
        <translation>参数无效</translation>
    </message>
    <message>
        <source>The service refused a value of the request because of its format or type.</source>
        <translation>请求中某个值因格式或类型问题被服务端拒绝。</translation>
    </message>
    <message>
        <source>The service&apos;s own message names the parameter: correct it and try again.</source>
        <translation>服务端返回的消息中指明了参数：请更正后重试。</translation>
    </message>
    <message>
        <source>A value is not accepted</source>
        <translation>参数值不被接受</translation>
    </message>
    <message>
        <source>The service refused a value of the request, for example an outdated region name.</source>
        <translation>服务端拒绝了请求中的某个值，例如已过时的地域名称。</translation>
    </message>
    <message>
        <source>The request is malformed</source>
        <translation>请求格式错误</translation>
    </message>
    <message>
        <source>The service could not take the request&apos;s body apart.</source>
        <translation>服务端无法解析请求正文。</translation>
    </message>
    <message>
        <source>This address is blocked</source>
        <translation>此地址已被封禁</translation>
    </message>
    <message>
        <source>The IP address the request came from is on a block list.</source>
        <translation>发出请求的 IP 地址在黑名单中。</translation>
    </message>
    <message>
        <source>Have an administrator of the account check its access rules, or use another network.</source>
        <translation>请账号管理员检查访问规则，或改用其他网络。</translation>
    </message>
    <message>
        <source>This address is not allowed</source>
        <translation>此地址不在允许范围内</translation>
    </message>
    <message>
        <source>The account accepts requests from certain IP addresses only, and this is none of them.</source>
        <translation>该账号仅接受来自特定 IP 地址的请求，当前地址不在其中。</translation>
    </message>
    <message>
        <source>Have an administrator of the account allow this network&apos;s address, or use an allowed network.</source>
        <translation>请账号管理员放行当前网络的地址，或改用已放行的网络。</translation>
    </message>
    <message>
        <source>A quota is used up</source>
        <translation>配额已用尽</translation>
    </message>
    <message>
        <source>The account has reached one of its limits.</source>
        <translation>该账号已达到某项上限。</translation>
    </message>
    <message>
        <source>Free what is no longer needed, or ask Tencent Cloud for a higher limit.</source>
        <translation>请释放不再需要的资源，或向腾讯云申请提高上限。</translation>
    </message>
    <message>
        <source>A parameter is missing</source>
        <translation>缺少参数</translation>
    </message>
    <message>
        <source>The request lacks a parameter the service requires.</source>
        <translation>请求缺少服务端必需的参数。</translation>
    </message>
    <message>
        <source>The service&apos;s own message names the parameter. Check that the account has a region; otherwise please report it as a fault of this program.</source>
        <translation>服务端返回的原文会指出是哪个参数。请检查账号是否已设置地域；如已设置，请将其作为本程序的缺陷上报。</translation>
    </message>
    <message>
        <source>The endpoint knows no such service</source>
        <translation>接入点没有此服务</translation>
    </message>
    <message>
        <source>The host name the request reached does not belong to the whiteboard service.</source>
        <translation>请求到达的域名不属于白板服务。</translation>
    </message>
    <message>
        <source>The endpoint knows no such API version</source>
        <translation>接入点没有此 API 版本</translation>
    </message>
    <message>
        <source>The request reached a service that has no such version: most often the host name is wrong.</source>
        <translation>请求到达的服务没有该版本：多半是域名有误。</translation>
    </message>
    <message>
        <source>Too many requests in a short time</source>
        <translation>短时间内请求过多</translation>
    </message>
    <message>
        <source>The service accepts 20 requests a second for each action unless the account has another limit.</source>
        <translation>除非账号另有限制，服务端对每个接口每秒最多接受 20 次请求。</translation>
    </message>
    <message>
        <source>The account sent too many requests in all regions</source>
        <translation>账号在所有地域的请求过多</translation>
    </message>
    <message>
        <source>The requests of this account to all regions together passed its limit.</source>
        <translation>该账号发往所有地域的请求总量超过了上限。</translation>
    </message>
    <message>
        <source>This address sent too many requests</source>
        <translation>此 IP 地址发送的请求过多</translation>
    </message>
    <message>
        <source>All requests from this IP address together passed its limit.</source>
        <translation>来自此 IP 地址的请求总量超过了上限。</translation>
    </message>
    <message>
        <source>The account sent too many requests</source>
        <translation>账号发送的请求过多</translation>
    </message>
    <message>
        <source>All requests of this account together passed its limit.</source>
        <translation>该账号的请求总量超过了上限。</translation>
    </message>
    <message>
        <source>The request is too large</source>
        <translation>请求过大</translation>
    </message>
    <message>
        <source>The request is larger than the service accepts.</source>
        <translation>请求大小超过了服务端可接受的范围。</translation>
    </message>
    <message>
        <source>Something the request needs is in use</source>
        <translation>请求所需的资源正被占用</translation>
    </message>
    <message>
        <source>Another task or operation holds it at the moment.</source>
        <translation>目前另一个任务或操作正在占用它。</translation>
    </message>
    <message>
        <source>Wait until the other one has ended, or stop it, then try again.</source>
        <translation>请等待另一方结束或将其停止，然后重试。</translation>
    </message>
    <message>
        <source>The service has no capacity left</source>
        <translation>服务端资源不足</translation>
    </message>
    <message>
        <source>Not enough resources are free for this request.</source>
        <translation>没有足够的空闲资源来处理此请求。</translation>
    </message>
    <message>
        <source>Try again later. If it lasts, contact Tencent Cloud support with the RequestId.</source>
        <translation>请稍后重试。如果问题持续存在，请携带 RequestId 联系腾讯云技术支持。</translation>
    </message>
    <message>
        <source>What the request names does not exist</source>
        <translation>请求指定的对象不存在</translation>
    </message>
    <message>
        <source>The service did not find it in this account and region.</source>
        <translation>服务端在此账号和地域中未找到该对象。</translation>
    </message>
    <message>
        <source>Check TaskId, SdkAppId, account and region.</source>
        <translation>请检查 TaskId、SdkAppId、账号和地域。</translation>
    </message>
    <message>
        <source>What the request names cannot be used</source>
        <translation>请求指定的对象无法使用</translation>
    </message>
    <message>
        <source>It exists, but is not available at the moment.</source>
        <translation>该对象存在，但目前不可用。</translation>
    </message>
    <message>
        <source>See in the Tencent Cloud console whether the service of this application is active and paid for.</source>
        <translation>请在腾讯云控制台查看此应用的服务是否已开通且未欠费。</translation>
    </message>
    <message>
        <source>The answer would be too large</source>
        <translation>应答内容会过大</translation>
    </message>
    <message>
        <source>The service has more to say than fits into one answer.</source>
        <translation>服务端要返回的内容超出了一次应答的容量。</translation>
    </message>
    <message>
        <source>Ask for less at a time.</source>
        <translation>请减少每次请求的数据量。</translation>
    </message>
    <message>
        <source>The service is not available for now</source>
        <translation>服务端暂时不可用</translation>
    </message>
    <message>
        <source>The service is down or overloaded for the moment.</source>
        <translation>服务端目前已中断或过载。</translation>
    </message>
    <message>
        <source>Try again in a few minutes; a Stop may be repeated safely.</source>
        <translation>请过几分钟重试；重复停止是安全的。</translation>
    </message>
    <message>
        <source>This action is not permitted</source>
        <translation>没有执行此操作的权限</translation>
    </message>
    <message>
        <source>The key is right, but its user has no right to this action or application.</source>
        <translation>密钥正确，但其用户没有此接口或此应用的权限。</translation>
    </message>
    <message>
        <source>The service does not know a parameter</source>
        <translation>服务端不认识某个参数</translation>
    </message>
    <message>
        <source>The request holds a parameter this action does not declare. The editions differ in this.</source>
        <translation>请求中包含此接口未定义的参数。两个站点（国际站与中国站）在这方面有差异。</translation>
    </message>
    <message>
        <source>Check the edition in the account&apos;s settings; otherwise please report it as a fault of this program.</source>
        <translation>请检查账号设置中的站点；如站点无误，请将其作为本程序的缺陷上报。</translation>
    </message>
    <message>
        <source>The operation is not supported</source>
        <translation>不支持此操作</translation>
    </message>
    <message>
        <source>The service does not support this here, or not in the task&apos;s present state.</source>
        <translation>服务端在此处不支持该操作，或任务当前状态不支持该操作。</translation>
    </message>
    <message>
        <source>Refresh the task and read the service&apos;s own message.</source>
        <translation>请刷新任务，并查看服务端返回的原文。</translation>
    </message>
    <message>
        <source>The service does not accept this kind of request</source>
        <translation>服务端不接受此类请求</translation>
    </message>
    <message>
        <source>Only the HTTP methods GET and POST are accepted.</source>
        <translation>仅接受 HTTP 方法 GET 和 POST。</translation>
    </message>
    <message>
        <source>Behind a proxy, check that it leaves requests unchanged; otherwise please report it as a fault of this program.</source>
        <translation>如使用了代理，请检查代理是否会改动请求；如未改动，请将其作为本程序的缺陷上报。</translation>
    </message>
    <message>
        <source>The service does not exist in this region</source>
        <translation>此地域没有该服务</translation>
    </message>
    <message>
        <source>The region set for the account is not served.</source>
        <translation>账号所设的地域不提供服务。</translation>
    </message>
    <message>
        <source>Choose another region in the account&apos;s settings: ap-singapore for the International edition, ap-guangzhou for the Mainland one.</source>
        <translation>请在账号设置中选择其他地域：国际站选 ap-singapore，中国站选 ap-guangzhou。</translation>
    </message>
</context>
<context>
    <name>Text::ConnectionVerdict</name>
    <message>
        <source>The connection works: the service accepted the key and answered.</source>
        <translation>连接正常：服务端已接受密钥并作出应答。</translation>
    </message>
    <message>
        <source>The key is right, but its user lacks the right tiw:%1. Have an administrator grant it in CAM.</source>
        <translation>密钥正确，但其用户缺少权限 tiw:%1。请让管理员在 CAM 中授予该权限。</translation>
    </message>
    <message>
        <source>The key is right. %1</source>
        <translation>密钥正确。%1</translation>
    </message>
    <message>
        <source>The key cannot be used like this. %1</source>
        <translation>密钥不能这样使用。%1</translation>
    </message>
    <message>
        <source>The key could not be tested. %1</source>
        <translation>无法测试密钥。%1</translation>
    </message>
</context>
<context>
    <name>Text::DoctorSentences</name>
    <message>
        <source>The clock is off</source>
        <translation>时钟不准</translation>
    </message>
    <message>
        <source>The request&apos;s time is %1 from this computer&apos;s, for want of the service&apos;s own. More than five minutes are refused.</source>
        <translation>由于没有服务端自身的时间，按本机时间比较：请求的时间相差 %1。超过五分钟就会被拒绝。</translation>
    </message>
    <message>
        <source>The request&apos;s time is %1 from the service&apos;s. More than five minutes are refused.</source>
        <translation>请求的时间与服务端的时间相差 %1。超过五分钟就会被拒绝。</translation>
    </message>
    <message>
        <source>Set the clock of the computer that signs, or sign with the service&apos;s time.</source>
        <translation>请校准签名所用电脑的时钟，或使用服务端的时间签名。</translation>
    </message>
    <message>
        <source>There is too much text</source>
        <translation>文本太多</translation>
    </message>
    <message>
        <source>At most 4 MiB are looked at.</source>
        <translation>最多检查 4 MiB。</translation>
    </message>
    <message>
        <source>Paste only the request that was refused.</source>
        <translation>请只粘贴被拒绝的请求。</translation>
    </message>
    <message>
        <source>No request was recognized</source>
        <translation>没有识别出请求</translation>
    </message>
    <message>
        <source>A curl command, headers with a body, a canonical request, a string to sign, an Authorization header or the service&apos;s answer are understood.</source>
        <translation>可以识别 curl 命令、请求头和正文、规范请求串、待签名字符串、Authorization 头或服务端的应答。</translation>
    </message>
    <message>
        <source>Paste the request as it was sent, best with the answer below it.</source>
        <translation>请粘贴实际发送的请求，最好连同其下方的应答。</translation>
    </message>
    <message>
        <source>The request is not signed</source>
        <translation>请求没有签名</translation>
    </message>
    <message>
        <source>It has neither an Authorization header nor a Signature parameter.</source>
        <translation>其中既没有 Authorization 头，也没有 Signature 参数。</translation>
    </message>
    <message>
        <source>Add the header: TC3-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…</source>
        <translation>请加上请求头：TC3-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…</translation>
    </message>
    <message>
        <source>The Authorization header is malformed</source>
        <translation>Authorization 头格式不正确</translation>
    </message>
    <message>
        <source>It must read TC3-HMAC-SHA256 Credential=SecretId/date/service/tc3_request, SignedHeaders=…, Signature=…</source>
        <translation>它必须是 TC3-HMAC-SHA256 Credential=SecretId/日期/服务/tc3_request, SignedHeaders=…, Signature=…</translation>
    </message>
    <message>
        <source>Put the header together in exactly this form, separated by comma and blank.</source>
        <translation>请严格按此格式拼接，各部分以逗号加空格分隔。</translation>
    </message>
    <message>
        <source>The timestamp is missing</source>
        <translation>缺少时间戳</translation>
    </message>
    <message>
        <source>Without it the service cannot tell when the request was signed.</source>
        <translation>没有它，服务端无法得知请求何时签名。</translation>
    </message>
    <message>
        <source>Send X-TC-Timestamp (in the older signature: Timestamp) with the very number that was signed.</source>
        <translation>请发送 X-TC-Timestamp（旧版签名为 Timestamp），其值须与签名时所用的数字相同。</translation>
    </message>
    <message>
        <source>The timestamp is no Unix time in seconds</source>
        <translation>时间戳不是以秒为单位的 Unix 时间</translation>
    </message>
    <message>
        <source>It must be a whole number of ten digits; milliseconds or a written date are refused.</source>
        <translation>它必须是十位整数；毫秒或文字日期会被拒绝。</translation>
    </message>
    <message>
        <source>Use seconds since 1970 UTC.</source>
        <translation>请使用自 1970 年（UTC）起的秒数。</translation>
    </message>
    <message>
        <source>The scope has the local day, not the UTC day</source>
        <translation>凭证范围用的是本地日期，而不是 UTC 日期</translation>
    </message>
    <message>
        <source>The date in the credential scope must be the UTC day of the timestamp. Around midnight the local day is another one.</source>
        <translation>凭证范围中的日期必须是时间戳对应的 UTC 日期。临近午夜时本地日期与之不同。</translation>
    </message>
    <message>
        <source>Make the date from the timestamp in UTC, not from the computer&apos;s local time.</source>
        <translation>请用时间戳按 UTC 计算日期，不要用电脑的本地时间。</translation>
    </message>
    <message>
        <source>The scope has another day than the timestamp</source>
        <translation>凭证范围的日期与时间戳不符</translation>
    </message>
    <message>
        <source>The date in the credential scope must be the UTC day of the timestamp.</source>
        <translation>凭证范围中的日期必须是时间戳对应的 UTC 日期。</translation>
    </message>
    <message>
        <source>Make date and timestamp anew for every request, and the string to sign with the scope that is sent.</source>
        <translation>每次请求都要重新生成日期和时间戳，并在待签名字符串中使用所发送的凭证范围。</translation>
    </message>
    <message>
        <source>The scope names another service</source>
        <translation>凭证范围中的服务名不对</translation>
    </message>
    <message>
        <source>The service in the credential scope is the first label of the host, here as shown below. A host given as an address or with a port misleads programs that take it from there.</source>
        <translation>凭证范围中的服务名是主机名的第一段，应如下所示。主机写成 IP 地址或带端口时，从中取服务名的程序会取错。</translation>
    </message>
    <message>
        <source>Set the service by hand where the host does not begin with it.</source>
        <translation>主机名不以服务名开头时，请手工指定服务名。</translation>
    </message>
    <message>
        <source>The scope does not end in tc3_request</source>
        <translation>凭证范围没有以 tc3_request 结尾</translation>
    </message>
    <message>
        <source>It must read date/service/tc3_request.</source>
        <translation>它必须是 日期/服务/tc3_request。</translation>
    </message>
    <message>
        <source>Correct the credential scope, in the header and in the string to sign.</source>
        <translation>请在请求头和待签名字符串中更正凭证范围。</translation>
    </message>
    <message>
        <source>Signed with another timestamp than sent</source>
        <translation>签名所用的时间戳与发送的不同</translation>
    </message>
    <message>
        <source>The header and the string to sign must carry the same number.</source>
        <translation>请求头和待签名字符串必须使用同一个数字。</translation>
    </message>
    <message>
        <source>Ask for the time once, and use that one value in both places.</source>
        <translation>只取一次时间，两处都用这一个值。</translation>
    </message>
    <message>
        <source>The names of the signed headers are wrong</source>
        <translation>已签名请求头的名称不正确</translation>
    </message>
    <message>
        <source>They are lower-case, sorted, joined by semicolons, contain content-type and host, and every one of them is sent.</source>
        <translation>名称须为小写、已排序、以分号连接，包含 content-type 和 host，并且每一个都要发送。</translation>
    </message>
    <message>
        <source>Use content-type;host, in the canonical request and in the Authorization header.</source>
        <translation>在规范请求串和 Authorization 头中都使用 content-type;host。</translation>
    </message>
    <message>
        <source>The SecretId has blanks or the wrong case</source>
        <translation>SecretId 带有空白或大小写不对</translation>
    </message>
    <message>
        <source>A SecretId is compared letter by letter.</source>
        <translation>SecretId 会逐字符比较。</translation>
    </message>
    <message>
        <source>Copy the SecretId again, without blanks or line breaks around it.</source>
        <translation>请重新复制 SecretId，前后不要带空格或换行。</translation>
    </message>
    <message>
        <source>Signed with another SecretId than the account&apos;s</source>
        <translation>签名所用的 SecretId 不是该账号的</translation>
    </message>
    <message>
        <source>The key that was chosen here belongs to another SecretId.</source>
        <translation>这里选择的密钥属于另一个 SecretId。</translation>
    </message>
    <message>
        <source>Choose the account that the request was signed with, or correct the SecretId in the program.</source>
        <translation>请选择签名该请求的账号，或在程序中更正 SecretId。</translation>
    </message>
    <message>
        <source>The Content-Type header is missing</source>
        <translation>缺少 Content-Type 头</translation>
    </message>
    <message>
        <source>It is signed, so it has to be sent. Libraries add one of their own otherwise: curl sends application/x-www-form-urlencoded.</source>
        <translation>它参与签名，因此必须发送。否则库会自行添加：curl 会发送 application/x-www-form-urlencoded。</translation>
    </message>
    <message>
        <source>Send Content-Type: application/json, and sign this very text.</source>
        <translation>请发送 Content-Type: application/json，并对同样的文本签名。</translation>
    </message>
    <message>
        <source>Signed with another HTTP method</source>
        <translation>签名所用的 HTTP 方法不同</translation>
    </message>
    <message>
        <source>The canonical request begins with the method that is really used, in capitals.</source>
        <translation>规范请求串以实际使用的方法（大写）开头。</translation>
    </message>
    <message>
        <source>Sign POST where the request has a body, and GET where it has none.</source>
        <translation>有正文的请求按 POST 签名，没有正文的按 GET 签名。</translation>
    </message>
    <message>
        <source>The path is not /</source>
        <translation>路径不是 /</translation>
    </message>
    <message>
        <source>The service knows the path / only.</source>
        <translation>服务端只认路径 /。</translation>
    </message>
    <message>
        <source>Send and sign /, without anything after it but the query.</source>
        <translation>发送和签名都使用 /，其后除查询串外不加任何内容。</translation>
    </message>
    <message>
        <source>The parameters were signed in another order</source>
        <translation>参数签名时的顺序不对</translation>
    </message>
    <message>
        <source>They are signed sorted by name in ASCII order (capitals before small letters), in whatever order they are sent.</source>
        <translation>无论按什么顺序发送，签名时都要按名称的 ASCII 顺序排序（大写在小写之前）。</translation>
    </message>
    <message>
        <source>Sort the parameters by name before signing.</source>
        <translation>签名前请按名称排序参数。</translation>
    </message>
    <message>
        <source>The parameters were signed or sent in another encoding</source>
        <translation>参数签名或发送时的编码不对</translation>
    </message>
    <message>
        <source>TC3 signs the query percent-encoded, a blank as %20. The older signature signs the values as they are, and encodes every value, the Signature too, when sending.</source>
        <translation>TC3 对百分号编码后的查询串签名，空格为 %20。旧版签名对原值签名，发送时再对每个值（包括 Signature）编码。</translation>
    </message>
    <message>
        <source>Encode as shown below.</source>
        <translation>请按下方所示编码。</translation>
    </message>
    <message>
        <source>Signed with another query than sent</source>
        <translation>签名所用的查询串与发送的不同</translation>
    </message>
    <message>
        <source>The query in the canonical request is the one of the address, and empty for POST.</source>
        <translation>规范请求串中的查询串就是地址中的查询串，POST 时为空。</translation>
    </message>
    <message>
        <source>Sign what is sent. A proxy that adds parameters breaks the signature.</source>
        <translation>请对实际发送的内容签名。添加参数的代理会破坏签名。</translation>
    </message>
    <message>
        <source>Content-Type was changed on the way</source>
        <translation>Content-Type 在发送途中被改动</translation>
    </message>
    <message>
        <source>It was signed with another value than sent. HTTP libraries like to add “; charset=utf-8” to it.</source>
        <translation>签名所用的值与发送的不同。HTTP 库常会加上“; charset=utf-8”。</translation>
    </message>
    <message>
        <source>Set the header yourself, and sign exactly the text that leaves.</source>
        <translation>请自行设置该请求头，并对最终发出的文本签名。</translation>
    </message>
    <message>
        <source>Signed with another host than sent</source>
        <translation>签名所用的主机与发送的不同</translation>
    </message>
    <message>
        <source>The host is signed as it stands in the Host header, with the port where that has one.</source>
        <translation>主机按 Host 头的原样签名，带端口时也包括端口。</translation>
    </message>
    <message>
        <source>Sign the name that the request goes to: each access point needs a signature of its own, and a proxy must leave Host alone.</source>
        <translation>请对请求实际发往的主机名签名：每个接入点都需要单独签名，代理不得改动 Host。</translation>
    </message>
    <message>
        <source>A signed header was changed</source>
        <translation>有已签名的请求头被改动</translation>
    </message>
    <message>
        <source>It was signed with another value than sent. Values are trimmed; that of x-tc-action is in lower case.</source>
        <translation>签名所用的值与发送的不同。值会去掉首尾空白；x-tc-action 的值为小写。</translation>
    </message>
    <message>
        <source>Sign the value that leaves, or leave this header out of the signed ones: content-type and host are enough.</source>
        <translation>请对最终发出的值签名，或不对该请求头签名：content-type 和 host 就足够。</translation>
    </message>
    <message>
        <source>The body is not the one that was signed</source>
        <translation>正文与签名时的不同</translation>
    </message>
    <message>
        <source>The canonical request ends in the SHA-256 of the body, byte by byte. Written once more by a JSON library it has other blanks, another order or a line break at its end.</source>
        <translation>规范请求串以正文逐字节的 SHA-256 结尾。JSON 库再次输出时，空白、顺序或末尾换行会不同。</translation>
    </message>
    <message>
        <source>Make the body once as bytes, hash these bytes, and send them.</source>
        <translation>请只生成一次正文字节，对这些字节求哈希并发送。</translation>
    </message>
    <message>
        <source>Hexadecimal digits are in upper case</source>
        <translation>十六进制数字用了大写</translation>
    </message>
    <message>
        <source>Hashes and the signature are written in lower case.</source>
        <translation>哈希值和签名都用小写书写。</translation>
    </message>
    <message>
        <source>Convert to lower case before use.</source>
        <translation>使用前请转换为小写。</translation>
    </message>
    <message>
        <source>Right values, put together wrongly</source>
        <translation>值正确，但拼接方式不对</translation>
    </message>
    <message>
        <source>A line break, a blank or the order of the lines differs.</source>
        <translation>换行、空格或行的顺序不同。</translation>
    </message>
    <message>
        <source>Compare the two texts below: every line ends in one line feed, and an empty line stands between the headers and their names.</source>
        <translation>请比较下方两段文本：每行以一个换行符结尾，请求头与其名称列表之间有一个空行。</translation>
    </message>
    <message>
        <source>The string to sign belongs to another canonical request</source>
        <translation>待签名字符串属于另一个规范请求串</translation>
    </message>
    <message>
        <source>Its last line is not the SHA-256 of the canonical request.</source>
        <translation>其最后一行不是规范请求串的 SHA-256。</translation>
    </message>
    <message>
        <source>Hash the canonical request as shown, as UTF-8 and without a line break at its end.</source>
        <translation>请按所示规范请求串求哈希，使用 UTF-8，末尾不带换行。</translation>
    </message>
    <message>
        <source>Signed with another method than SignatureMethod says</source>
        <translation>签名方法与 SignatureMethod 不符</translation>
    </message>
    <message>
        <source>Without this parameter HmacSHA1 is meant.</source>
        <translation>没有该参数时表示 HmacSHA1。</translation>
    </message>
    <message>
        <source>Send SignatureMethod=HmacSHA256 where this is what was used, and sign that parameter too.</source>
        <translation>若使用的是 HmacSHA256，请发送 SignatureMethod=HmacSHA256，并让该参数也参与签名。</translation>
    </message>
    <message>
        <source>The SecretKey has white space around it</source>
        <translation>SecretKey 前后带有空白</translation>
    </message>
    <message>
        <source>The signature fits the key with a blank, line break or quotation mark before or after it, as they come from a file or a copy.</source>
        <translation>该签名与前后带空格、换行或引号的密钥吻合，这些字符来自文件或复制。</translation>
    </message>
    <message>
        <source>Trim the key where the program reads it.</source>
        <translation>请在程序读取密钥处去掉首尾空白。</translation>
    </message>
    <message>
        <source>The SecretKey was typed in another case</source>
        <translation>SecretKey 的大小写不对</translation>
    </message>
    <message>
        <source>The signature fits the key with capital and small letters exchanged somewhere.</source>
        <translation>该签名与某处大小写颠倒的密钥吻合。</translation>
    </message>
    <message>
        <source>Copy the key instead of typing it.</source>
        <translation>请复制密钥，不要手工输入。</translation>
    </message>
    <message>
        <source>The SecretId was used as the key</source>
        <translation>把 SecretId 当成了密钥</translation>
    </message>
    <message>
        <source>The signature fits the SecretId in the SecretKey&apos;s place.</source>
        <translation>该签名与在 SecretKey 位置使用 SecretId 的结果吻合。</translation>
    </message>
    <message>
        <source>Exchange the two settings of the program.</source>
        <translation>请在程序中对调这两项设置。</translation>
    </message>
    <message>
        <source>The signing key was made wrongly</source>
        <translation>签名密钥的生成步骤不对</translation>
    </message>
    <message>
        <source>Key and text are right, the steps between them are not: “TC3” before the key, then date, service and tc3_request, each with the bytes of the step before; the result is in lower-case hexadecimal.</source>
        <translation>密钥和文本都正确，但中间步骤不对：密钥前加“TC3”，然后依次用日期、服务、tc3_request，每步都使用上一步的原始字节；结果为小写十六进制。</translation>
    </message>
    <message>
        <source>Compare these steps with the documentation; no step takes the hexadecimal text of the one before.</source>
        <translation>请对照文档检查这些步骤；任何一步都不能使用上一步的十六进制文本。</translation>
    </message>
    <message>
        <source>The signature does not fit, and no usual mistake explains it</source>
        <translation>签名不符，且常见错误都无法解释</translation>
    </message>
    <message>
        <source>Either the key is another one, or something was signed that does not stand in the text pasted.</source>
        <translation>要么密钥不是这一个，要么签名的内容不在所粘贴的文本中。</translation>
    </message>
    <message>
        <source>Compare the canonical request and the string to sign of the program with those under “How it should be”; paste them here too, and try the key anew.</source>
        <translation>请将程序的规范请求串和待签名字符串与“正确的内容”下的比较；也可把它们粘贴到这里，并重新核对密钥。</translation>
    </message>
    <message>
        <source>The token is missing</source>
        <translation>缺少临时令牌</translation>
    </message>
    <message>
        <source>Temporary keys are accepted together with their token only.</source>
        <translation>临时密钥必须与其临时令牌一起使用。</translation>
    </message>
    <message>
        <source>Send X-TC-Token (in the older signature: Token, which is signed too).</source>
        <translation>请发送 X-TC-Token（旧版签名为 Token，且须参与签名）。</translation>
    </message>
    <message>
        <source>The token is not the account&apos;s</source>
        <translation>临时令牌不是该账号的</translation>
    </message>
    <message>
        <source>Key and token of temporary credentials belong together, and end together.</source>
        <translation>临时凭证的密钥和临时令牌是成对的，并同时失效。</translation>
    </message>
    <message>
        <source>Use the token that was issued with this key.</source>
        <translation>请使用与该密钥一同签发的临时令牌。</translation>
    </message>
    <message>
        <source>The region is missing</source>
        <translation>缺少地域</translation>
    </message>
    <message>
        <source>This service wants X-TC-Region (in the older signature: Region). It is not signed.</source>
        <translation>服务端需要 X-TC-Region（旧版签名为 Region）。它不参与签名。</translation>
    </message>
    <message>
        <source>Send ap-singapore for the international edition, ap-guangzhou for the mainland one.</source>
        <translation>国际站请发送 ap-singapore，中国站请发送 ap-guangzhou。</translation>
    </message>
    <message>
        <source>The host belongs to the other edition</source>
        <translation>主机属于另一站点</translation>
    </message>
    <message>
        <source>International and mainland accounts have keys and hosts of their own.</source>
        <translation>国际站和中国站账号各有自己的密钥和主机。</translation>
    </message>
    <message>
        <source>Send the request to the host of the account&apos;s edition.</source>
        <translation>请将请求发往该账号所属站点的主机。</translation>
    </message>
    <message>
        <source>The region does not fit</source>
        <translation>地域不符</translation>
    </message>
    <message>
        <source>The international edition answers in ap-singapore, the mainland one in ap-guangzhou; an access point&apos;s name is no region.</source>
        <translation>国际站使用 ap-singapore，中国站使用 ap-guangzhou；接入点的名称不是地域。</translation>
    </message>
    <message>
        <source>Send the region shown below. The signature need not change.</source>
        <translation>请发送下方所示的地域。签名不必改变。</translation>
    </message>
    <message>
        <source>Nothing wrong so far</source>
        <translation>目前没有发现错误</translation>
    </message>
    <message>
        <source>What can be seen is in order, but the signature itself was not checked: for that a key and the whole request are needed.</source>
        <translation>看得到的部分都没有问题，但签名本身没有检查：这需要密钥和完整的请求。</translation>
    </message>
    <message>
        <source>Choose an account or type the key, and paste headers and body.</source>
        <translation>请选择账号或输入密钥，并粘贴请求头和正文。</translation>
    </message>
    <message>
        <source>The request is signed correctly</source>
        <translation>请求的签名正确</translation>
    </message>
    <message>
        <source>Signature, scope, headers and body fit together and fit the key.</source>
        <translation>签名、凭证范围、请求头和正文彼此一致，也与密钥一致。</translation>
    </message>
    <message>
        <source>If it was refused all the same, look at the time it was sent, at the key&apos;s state in the console and at its rights.</source>
        <translation>如果仍被拒绝，请检查发送时间、密钥在控制台中的状态及其权限。</translation>
    </message>
    <message>
        <source>a command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>a request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>a body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>an Authorization header</source>
        <translation>Authorization 头</translation>
    </message>
    <message>
        <source>a canonical request</source>
        <translation>规范请求串</translation>
    </message>
    <message>
        <source>a string to sign</source>
        <translation>待签名字符串</translation>
    </message>
    <message>
        <source>the service&apos;s answer</source>
        <translation>服务端的应答</translation>
    </message>
    <message>
        <source>the older signature</source>
        <translation>旧版签名</translation>
    </message>
    <message>
        <source>It is about: %1</source>
        <translation>涉及：%1</translation>
    </message>
    <message>
        <source>Something else is wrong beside it: correct this first, then look again.</source>
        <translation>除此之外还有别的错误：请先更正这一处，再检查一次。</translation>
    </message>
    <message>
        <source>Read: %1.</source>
        <translation>已识别：%1。</translation>
    </message>
    <message>
        <source>The service said: %1.</source>
        <translation>服务端返回：%1。</translation>
    </message>
</context>
<context>
    <name>Text::ErrorCause</name>
    <message>
        <source>The service&apos;s name was not found</source>
        <translation>找不到服务端的域名</translation>
    </message>
    <message>
        <source>No address is known for it: this computer is offline, has no name server, or the name is misspelt.</source>
        <translation>查不到该域名的地址：本机没有联网、没有可用的域名服务器，或域名写错了。</translation>
    </message>
    <message>
        <source>Check the network connection and the endpoint in the account&apos;s settings, then try again.</source>
        <translation>请检查网络连接和账号设置中的接入点，然后重试。</translation>
    </message>
    <message>
        <source>The connection to the service was refused</source>
        <translation>与服务端的连接被拒绝</translation>
    </message>
    <message>
        <source>Nothing accepts connections at that address and port, or a firewall refuses them.</source>
        <translation>该地址和端口不接受连接，或连接被防火墙拒绝。</translation>
    </message>
    <message>
        <source>Check the endpoint in the account&apos;s settings; a firewall must let this computer reach it.</source>
        <translation>请检查账号设置中的接入点；防火墙必须允许本机访问该接入点。</translation>
    </message>
    <message>
        <source>The network cannot be reached</source>
        <translation>无法访问网络</translation>
    </message>
    <message>
        <source>No connection left this computer: it is offline, or has no route to the service.</source>
        <translation>本机无法发出任何连接：没有联网，或没有通往服务端的路由。</translation>
    </message>
    <message>
        <source>Connect this computer to the network, or the VPN that it needs, and try again.</source>
        <translation>请将本机连接到网络或所需的 VPN，然后重试。</translation>
    </message>
    <message>
        <source>The proxy&apos;s name was not found</source>
        <translation>找不到代理的主机名</translation>
    </message>
    <message>
        <source>No address is known for the proxy&apos;s host.</source>
        <translation>查不到代理主机的地址。</translation>
    </message>
    <message>
        <source>Check the network connection, and the proxy&apos;s host in the network settings.</source>
        <translation>请检查网络连接，以及网络设置中代理的主机。</translation>
    </message>
    <message>
        <source>The connection to the proxy was refused</source>
        <translation>与代理的连接被拒绝</translation>
    </message>
    <message>
        <source>Nothing accepts connections at the proxy&apos;s host and port.</source>
        <translation>代理的主机和端口不接受连接。</translation>
    </message>
    <message>
        <source>Check kind, host and port of the proxy in the network settings, and whether it runs.</source>
        <translation>请检查网络设置中代理的类型、主机和端口，并确认代理正在运行。</translation>
    </message>
    <message>
        <source>The proxy wants a user and a password</source>
        <translation>代理要求用户名和密码</translation>
    </message>
    <message>
        <source>None are set, or it refused those that are.</source>
        <translation>没有设置用户名和密码，或已设置的被代理拒绝。</translation>
    </message>
    <message>
        <source>Enter the proxy&apos;s user and password in the network settings.</source>
        <translation>请在网络设置中填写代理的用户名和密码。</translation>
    </message>
    <message>
        <source>The proxy did not connect to the service</source>
        <translation>代理没有连接到服务端</translation>
    </message>
    <message>
        <source>It cannot be reached, forbids this address, cannot reach it itself, or is no proxy of the kind that is set.</source>
        <translation>代理无法连接、禁止访问该地址、自身无法访问该地址，或并非所设置的那种代理。</translation>
    </message>
    <message>
        <source>Check the proxy&apos;s kind, host and port in the network settings, and ask whoever runs it to allow the endpoint&apos;s host.</source>
        <translation>请检查网络设置中代理的类型、主机和端口，并请代理的管理员允许访问接入点的主机。</translation>
    </message>
    <message>
        <source>The certificate is another host&apos;s</source>
        <translation>证书属于另一台主机</translation>
    </message>
    <message>
        <source>Something between you and the service may have answered, such as a login page of the network; a wrong endpoint looks the same.</source>
        <translation>应答的可能是您与服务端之间的某个设备，例如网络的登录页面；接入点填错时现象相同。</translation>
    </message>
    <message>
        <source>Open a web page to see whether the network wants a login, and check the endpoint in the account&apos;s settings.</source>
        <translation>请打开任意网页，看网络是否要求登录，并检查账号设置中的接入点。</translation>
    </message>
    <message>
        <source>The certificate has expired</source>
        <translation>证书已过期</translation>
    </message>
    <message>
        <source>By this computer&apos;s clock its time is over.</source>
        <translation>按本机时钟，证书的有效期已过。</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date. If it is right, whoever runs the other side must renew the certificate; an inspecting proxy has one of its own.</source>
        <translation>请检查本机的日期。如果日期正确，则须由对方的管理员更新证书；检查加密连接的代理使用自己的证书。</translation>
    </message>
    <message>
        <source>The certificate is not valid yet</source>
        <translation>证书尚未生效</translation>
    </message>
    <message>
        <source>By this computer&apos;s clock its time has not begun. Mostly that clock is behind.</source>
        <translation>按本机时钟，证书的有效期还没有开始。多半是本机时钟慢了。</translation>
    </message>
    <message>
        <source>Set this computer&apos;s date and time right, and try again.</source>
        <translation>请校准本机的日期和时间，然后重试。</translation>
    </message>
    <message>
        <source>The certificate vouches for itself alone</source>
        <translation>证书是自签名证书</translation>
    </message>
    <message>
        <source>Anybody can make such a certificate: it does not prove who answered. The service has none like it.</source>
        <translation>任何人都能制作这样的证书：它不能证明是谁在应答。服务端不使用这样的证书。</translation>
    </message>
    <message>
        <source>For a server of your own, name its certificate as the account&apos;s CA file. Otherwise somebody may be in between: use another network.</source>
        <translation>如果是您自己的服务器，请将其证书设为该账号的 CA 文件。否则可能有人从中拦截：请换一个网络。</translation>
    </message>
    <message>
        <source>The certificate&apos;s issuer is not trusted</source>
        <translation>证书的签发机构不受信任</translation>
    </message>
    <message>
        <source>No authority that this computer trusts vouches for it. Networks that inspect connections look like this, and so does an attack.</source>
        <translation>没有本机信任的机构为它担保。检查加密连接的网络会出现这种现象，攻击也会。</translation>
    </message>
    <message>
        <source>If your network inspects connections, ask its administrator for the CA file and name it in the settings of the account or the network.</source>
        <translation>如果您的网络会检查加密连接，请向管理员索取 CA 文件，并在账号设置或网络设置中指定该文件。</translation>
    </message>
    <message>
        <source>No encryption could be agreed on</source>
        <translation>无法商定加密方式</translation>
    </message>
    <message>
        <source>The other side speaks no TLS, or none of version 1.2 and later. Older versions are not safe and are refused.</source>
        <translation>对方不支持 TLS，或不支持 1.2 及更高版本。更早的版本不安全，会被拒绝。</translation>
    </message>
    <message>
        <source>Check host and port of the endpoint in the account&apos;s settings, and whatever inspects connections on the way.</source>
        <translation>请检查账号设置中接入点的主机和端口，以及途中检查加密连接的设备。</translation>
    </message>
    <message>
        <source>A web page came instead of the service&apos;s answer</source>
        <translation>收到的是网页，而不是服务端的应答</translation>
    </message>
    <message>
        <source>Something between you and the service answered, such as a login page of the network or a proxy.</source>
        <translation>应答的是您与服务端之间的某个设备，例如网络的登录页面或代理。</translation>
    </message>
    <message>
        <source>Open a web page to see whether the network wants a login, then try again.</source>
        <translation>请打开任意网页，看网络是否要求登录，然后重试。</translation>
    </message>
</context>
<context>
    <name>Text::ErrorChapter</name>
    <message>
        <source>Error codes</source>
        <translation>错误码</translation>
    </message>
    <message>
        <source>What can go wrong on the way to the service and what it may answer, and what to do about it. A code that is not listed gets the advice of the one before its last full stop.</source>
        <translation>连接服务端途中可能出现的问题、服务端可能返回的错误码，以及处理方法。未列出的错误码，采用其最后一个句点之前的错误码的建议。</translation>
    </message>
</context>
<context>
    <name>Text::ErrorSentences</name>
    <message>
        <source>The service refused the request without naming a code</source>
        <translation>服务端拒绝了请求，但未给出错误码</translation>
    </message>
    <message>
        <source>The service answered with the code %1</source>
        <translation>服务端返回了错误码 %1</translation>
    </message>
    <message>
        <source>This code is not in the list this program knows.</source>
        <translation>该错误码不在本程序已知的列表中。</translation>
    </message>
    <message>
        <source>Read the service&apos;s own message. Tencent Cloud support can look the RequestId up.</source>
        <translation>请查看服务端返回的原文。腾讯云技术支持可根据 RequestId 进行查询。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>title, code</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>The request may have reached the service all the same.</source>
        <translation>请求仍有可能已到达服务端。</translation>
    </message>
    <message>
        <source>The answer has HTTP status %1</source>
        <translation>应答的 HTTP 状态码为 %1</translation>
    </message>
    <message>
        <source>The service, or a gateway in front of it, is in trouble.</source>
        <translation>服务端或其前置网关出现故障。</translation>
    </message>
    <message>
        <source>Try again in a moment; a Stop may be repeated safely.</source>
        <translation>请稍后重试；重复停止是安全的。</translation>
    </message>
    <message>
        <source>The service itself answers with status 200 only: something else answered in its place.</source>
        <translation>服务端本身只会以状态码 200 应答：此应答来自其他设备或程序。</translation>
    </message>
    <message>
        <source>Check the endpoint in the account&apos;s settings, and any proxy between here and the service.</source>
        <translation>请检查账号设置中的接入点，以及本机与服务端之间的代理。</translation>
    </message>
    <message>
        <source>Where none has answered since the program started, secrets are kept in memory for this run only. What a keyring keeps cannot be read or changed.</source>
        <translation>若程序启动以来一直没有密钥环应答，机密信息仅在本次运行期间保留在内存中。密钥环中已保存的内容无法读取或更改。</translation>
    </message>
    <message>
        <source>There is no keyring</source>
        <translation>没有系统密钥环</translation>
    </message>
    <message>
        <source>Start a keyring service such as GNOME Keyring or KWallet, or enter the secrets anew in each run.</source>
        <translation>请启动 GNOME Keyring 或 KWallet 等密钥环服务，或在每次运行时重新输入机密信息。</translation>
    </message>
    <message>
        <source>The keyring did not answer in time</source>
        <translation>系统密钥环未及时响应</translation>
    </message>
    <message>
        <source>Look for an open prompt of the keyring, answer it, and try again.</source>
        <translation>请查找系统密钥环打开的提示窗口，处理后重试。</translation>
    </message>
    <message>
        <source>The database was written by a newer version of this program</source>
        <translation>数据库由本程序的更新版本写入</translation>
    </message>
    <message>
        <source>This version does not know its format and leaves it untouched.</source>
        <translation>当前版本不认识其格式，未对其作任何改动。</translation>
    </message>
    <message>
        <source>Update this program, or start it with another data directory.</source>
        <translation>请更新本程序，或改用其他数据目录启动。</translation>
    </message>
    <message>
        <source>The database is damaged</source>
        <translation>数据库已损坏</translation>
    </message>
    <message>
        <source>The database cannot be written</source>
        <translation>无法写入数据库</translation>
    </message>
    <message>
        <source>The file or its directory is read-only. Nothing is sent that cannot be journaled first.</source>
        <translation>该文件或其所在目录为只读。凡是无法先写入操作记录的请求，一律不发送。</translation>
    </message>
    <message>
        <source>Make the data directory writable for this user, then try again.</source>
        <translation>请将数据目录设为当前用户可写，然后重试。</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>The journal cannot be written. Nothing is sent that cannot be journaled first.</source>
        <translation>无法写入操作记录。凡是无法先写入操作记录的请求，一律不发送。</translation>
    </message>
    <message>
        <source>Free some space on the disk that holds the data directory, then try again.</source>
        <translation>请在数据目录所在磁盘上释放一些空间，然后重试。</translation>
    </message>
    <message>
        <source>The database failed</source>
        <translation>数据库出错</translation>
    </message>
    <message>
        <source>Tracked tasks or the journal could not be read or written. Nothing is sent that cannot be journaled first.</source>
        <translation>无法读写跟踪的任务或操作记录。凡是无法先写入操作记录的请求，一律不发送。</translation>
    </message>
    <message>
        <source>Try again. If it lasts, check the disk and the rights of the data directory.</source>
        <translation>请重试。如果问题持续存在，请检查磁盘和数据目录的权限。</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>应答超时</translation>
    </message>
    <message>
        <source>The service did not answer completely within the time set for one request.</source>
        <translation>服务端未在单次请求的超时时间内完整应答。</translation>
    </message>
    <message>
        <source>Check the connection and try again; a longer time can be set in the network settings.</source>
        <translation>请检查网络连接后重试；可在网络设置中延长超时时间。</translation>
    </message>
    <message>
        <source>The service cannot be reached</source>
        <translation>无法连接到服务端</translation>
    </message>
    <message>
        <source>The name was not found, or the connection was refused or lost.</source>
        <translation>域名无法解析，或连接被拒绝、已中断。</translation>
    </message>
    <message>
        <source>Check the network connection, the endpoint in the account&apos;s settings and the proxy, then try again.</source>
        <translation>请检查网络连接、账号设置中的接入点以及代理，然后重试。</translation>
    </message>
    <message>
        <source>The proxy does not let the request through</source>
        <translation>代理未放行请求</translation>
    </message>
    <message>
        <source>The proxy was not found, refused the connection, or wants a user and password.</source>
        <translation>找不到代理，或代理拒绝连接，或代理要求用户名和密码。</translation>
    </message>
    <message>
        <source>Check host, port, user and password of the proxy in the network settings.</source>
        <translation>请在网络设置中检查代理的主机、端口、用户名和密码。</translation>
    </message>
    <message>
        <source>No secure connection</source>
        <translation>无法建立安全连接</translation>
    </message>
    <message>
        <source>The certificate of the other side is not trusted, or the encrypted connection could not be set up.</source>
        <translation>对方的证书不受信任，或无法建立加密连接。</translation>
    </message>
    <message>
        <source>Check the endpoint and this computer&apos;s date. If your network inspects connections, add its CA file in the network settings.</source>
        <translation>请检查接入点和本机日期。如果您的网络会检查加密连接，请在网络设置中添加其 CA 文件。</translation>
    </message>
    <message>
        <source>The answer points to another address</source>
        <translation>应答指向了其他地址</translation>
    </message>
    <message>
        <source>The answer cannot be read</source>
        <translation>无法读取应答</translation>
    </message>
    <message>
        <source>It is not the JSON the service answers with: cut off, or from something else on the way.</source>
        <translation>应答不是服务端应返回的 JSON：内容不完整，或来自中途的其他设备。</translation>
    </message>
    <message>
        <source>Try again. If it lasts, check the endpoint and any proxy or login page of the network.</source>
        <translation>请重试。如果问题持续存在，请检查接入点以及网络中的代理或登录页。</translation>
    </message>
    <message>
        <source>The answer is not what was asked for</source>
        <translation>应答与请求不符</translation>
    </message>
    <message>
        <source>It is JSON, but lacks what this action answers with.</source>
        <translation>应答是 JSON，但缺少此接口应返回的内容。</translation>
    </message>
    <message>
        <source>Try again. If it lasts, look for a newer version of this program and report it with the RequestId.</source>
        <translation>请重试。如果问题持续存在，请查看本程序是否有新版本，并携带 RequestId 上报。</translation>
    </message>
    <message>
        <source>The answer is too large</source>
        <translation>应答过大</translation>
    </message>
    <message>
        <source>It passed the size this program accepts and was dropped.</source>
        <translation>应答超过了本程序可接受的大小，已被丢弃。</translation>
    </message>
    <message>
        <source>Check the endpoint. If it is right, ask for less at a time.</source>
        <translation>请检查接入点。如果接入点无误，请减少每次请求的数据量。</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>The request was given up before it was sent.</source>
        <translation>请求在发送前已放弃。</translation>
    </message>
    <message>
        <source>The request was given up while it was on its way. %1</source>
        <translation>请求在发送途中被放弃。%1</translation>
    </message>
    <message>
        <source>Refresh the task to see how it stands.</source>
        <translation>请刷新任务以查看其当前状态。</translation>
    </message>
    <message>
        <source>The input is not valid</source>
        <translation>输入无效</translation>
    </message>
    <message>
        <source>It was refused on this computer; nothing was sent.</source>
        <translation>请求在本机即被拒绝；未发送任何内容。</translation>
    </message>
    <message>
        <source>Correct the value named in the details and try again.</source>
        <translation>请更正详情中指出的值，然后重试。</translation>
    </message>
    <message>
        <source>The file could not be written: %1

Choose another folder, or free some space.</source>
        <translation>无法写入文件：%1

请选择其他文件夹，或释放一些磁盘空间。</translation>
    </message>
    <message>
        <source>There are no credentials to sign with</source>
        <translation>没有可用于签名的凭证</translation>
    </message>
    <message>
        <source>SecretId or SecretKey of this account is missing; nothing was sent.</source>
        <translation>此账号缺少 SecretId 或 SecretKey；未发送任何内容。</translation>
    </message>
    <message>
        <source>Enter the SecretKey in the account&apos;s settings, or set TENCENTCLOUD_SECRET_ID and TENCENTCLOUD_SECRET_KEY in the environment.</source>
        <translation>请在账号设置中输入 SecretKey，或设置环境变量 TENCENTCLOUD_SECRET_ID 和 TENCENTCLOUD_SECRET_KEY。</translation>
    </message>
    <message>
        <source>The account is set to reading only</source>
        <translation>该账号设为只读</translation>
    </message>
    <message>
        <source>The request would change something; nothing was sent.</source>
        <translation>该请求会更改内容；没有发送任何请求。</translation>
    </message>
    <message>
        <source>Take an account that may change things, or clear “Reading only” in the account&apos;s settings.</source>
        <translation>请使用允许更改的账号，或在账号设置中取消“只读”。</translation>
    </message>
    <message>
        <source>The network wants a login before it lets anything through.</source>
        <translation>网络要求先登录，才放行任何请求。</translation>
    </message>
    <message>
        <source>Open a web page, log in to the network, then try again.</source>
        <translation>请打开任意网页，登录网络，然后重试。</translation>
    </message>
    <message>
        <source>Something between you and the service answered, or the endpoint is wrong. Redirects are never followed, because the signed request would go to a stranger.</source>
        <translation>应答的是您与服务端之间的某个设备，或接入点有误。程序从不跟随重定向，因为那样会把已签名的请求交给陌生人。</translation>
    </message>
    <message>
        <source>Open a web page to see whether the network wants a login, and check the endpoint in the account&apos;s settings.</source>
        <translation>请打开任意网页，看网络是否要求登录，并检查账号设置中的接入点。</translation>
    </message>
    <message>
        <source>The keys are locked up</source>
        <translation>密钥已锁定</translation>
    </message>
    <message>
        <source>This console is locked, or the keyring is, or it denied access. Nothing was sent, and no secret was saved.</source>
        <translation>本控制台或密钥环已锁定，或者密钥环拒绝了访问。没有发送任何请求，也没有保存任何机密信息。</translation>
    </message>
    <message>
        <source>Unlock this console if it says that it is locked, else the keyring, and try again.</source>
        <translation>如果本控制台提示已锁定，请解锁；否则请解锁密钥环，然后重试。</translation>
    </message>
    <message>
        <source>It may be waiting behind a password prompt. Nothing was sent, and whether a secret was saved is not known.</source>
        <translation>它可能正在等待输入密码。没有发送任何请求；机密信息是否已保存尚不清楚。</translation>
    </message>
    <message>
        <source>The file that holds tracked tasks and the journal cannot be read as a database. Nothing is sent that cannot be journaled first.</source>
        <translation>保存跟踪的任务和操作记录的文件无法作为数据库读取。凡是无法先写入操作记录的请求，一律不发送。</translation>
    </message>
    <message>
        <source>Close every window and command of this program, then start it again: it keeps the damaged file under another name and begins a new one.</source>
        <translation>请关闭本程序的所有窗口和命令，再重新启动：它会把损坏的文件改名保留，并新建一个。</translation>
    </message>
    <message>
        <source>Another program keeps the database locked</source>
        <translation>另一个程序一直锁着数据库</translation>
    </message>
    <message>
        <source>Try again. If it lasts, look for a program that has the file console.sqlite open, such as a backup or a database viewer, and end it.</source>
        <translation>请重试。如果持续如此，请找出打开了文件 console.sqlite 的程序（例如备份软件或数据库查看器）并将其结束。</translation>
    </message>
</context>
<context>
    <name>Text::ExchangeTexts</name>
    <message>
        <source>Not kept. The exchange is whole for the last requests of this run only.</source>
        <translation>未保留。只有本次运行中最近的请求才保留完整内容。</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已应答</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a field, its value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>SHA-256: %1</source>
        <translation>SHA-256：%1</translation>
    </message>
    <message>
        <source>— Canonical request —</source>
        <translation>— 规范请求串 —</translation>
    </message>
    <message>
        <source>— String to sign —</source>
        <translation>— 待签名字符串 —</translation>
    </message>
    <message>
        <source>— Credential scope —</source>
        <translation>— 凭证范围 —</translation>
    </message>
    <message>
        <source>— Signature —</source>
        <translation>— 签名 —</translation>
    </message>
    <message>
        <source>HTTP status %1</source>
        <translation>HTTP 状态 %1</translation>
    </message>
    <message>
        <source>Technical detail: %1</source>
        <translation>技术详情：%1</translation>
    </message>
    <message>
        <source>— As it came —</source>
        <translation>— 原样 —</translation>
    </message>
    <message>
        <source>There is no body.</source>
        <translation>没有正文。</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>接入点</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地域</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP 状态</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>Certificate of</source>
        <translation>证书持有者</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>颁发者</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Waited for its turn</source>
        <translation>排队等待</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>an open one was used again</source>
        <translation>复用了已打开的连接</translation>
    </message>
    <message>
        <source>Connection begun after</source>
        <translation>开始连接</translation>
    </message>
    <message>
        <source>Encrypted after</source>
        <translation>完成加密</translation>
    </message>
    <message>
        <source>Sent after</source>
        <translation>发送完毕</translation>
    </message>
    <message>
        <source>First byte of the answer after</source>
        <translation>收到应答首字节</translation>
    </message>
    <message>
        <source>Done after</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>RequestId</source>
        <translation>RequestId</translation>
    </message>
    <message>
        <source>Signed for</source>
        <translation>签名时间戳</translation>
    </message>
    <message>
        <source>%1, signed again</source>
        <comment>number of the attempt</comment>
        <translation>%1，重新签名</translation>
    </message>
</context>
<context>
    <name>Text::Formats</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <comment>minutes, seconds</comment>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours, minutes</comment>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <comment>days, hours</comment>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <comment>milliseconds</comment>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>this computer&apos;s clock agrees with the service&apos;s</source>
        <translation>本机时钟与服务端一致</translation>
    </message>
    <message>
        <source>this computer&apos;s clock is %1 behind</source>
        <translation>本机时钟比服务端慢 %1</translation>
    </message>
    <message>
        <source>this computer&apos;s clock is %1 ahead</source>
        <translation>本机时钟比服务端快 %1</translation>
    </message>
</context>
<context>
    <name>Text::GuardSentences</name>
    <message>
        <source>Was to be stopped at %1 and is stopped in %2: %3</source>
        <comment>time, time span, reason</comment>
        <translation>原定于 %1 停止，将在 %2后停止：%3</translation>
    </message>
    <message>
        <source>Is stopped in %1: %2</source>
        <comment>time span, reason</comment>
        <translation>将在 %1后停止：%2</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours, minutes</comment>
        <translation>%1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>Warn after %1</source>
        <comment>time span</comment>
        <translation>运行 %1后提醒</translation>
    </message>
    <message>
        <source>Stop after %1</source>
        <comment>time span</comment>
        <translation>运行 %1后停止</translation>
    </message>
    <message>
        <source>Stop at %1</source>
        <comment>time of day</comment>
        <translation>在 %1 停止</translation>
    </message>
    <message>
        <source>rule “%1”</source>
        <translation>规则“%1”</translation>
    </message>
    <message>
        <source>planned by hand</source>
        <translation>手动计划</translation>
    </message>
    <message>
        <source>Has been running for %1: %2</source>
        <comment>time span, reason</comment>
        <translation>已运行 %1：%2</translation>
    </message>
    <message>
        <source>A stop was planned for %1</source>
        <translation>已计划于 %1 停止</translation>
    </message>
    <message>
        <source>Is to go on running: it is not stopped now</source>
        <translation>将继续运行：此次不停止</translation>
    </message>
    <message>
        <source>The stop that was planned or announced does not take place any more</source>
        <translation>计划或已通知的停止不再执行</translation>
    </message>
    <message>
        <source>Nobody objected: it is being stopped (%1)</source>
        <comment>reason</comment>
        <translation>无人要求继续运行：正在停止（%1）</translation>
    </message>
    <message>
        <source>Goes on running: the stop waits for new credentials of the account</source>
        <translation>继续运行：停止请求正在等待该账号的新凭证</translation>
    </message>
    <message>
        <source>Could not be stopped; the stop is announced again in %1</source>
        <comment>time span</comment>
        <translation>未能停止；将在 %1后再次通知</translation>
    </message>
    <message>
        <source>Is due to be stopped, but its account is read-only: it goes on (%1)</source>
        <comment>reason</comment>
        <translation>到期应停止，但其账号为只读，继续运行（%1）</translation>
    </message>
</context>
<context>
    <name>Text::HistoryWords</name>
    <message>
        <source>Answered</source>
        <comment>outcome of a request</comment>
        <translation>已应答</translation>
    </message>
</context>
<context>
    <name>Text::JournalSentences</name>
    <message>
        <source>%1 [%2]</source>
        <comment>reason, code</comment>
        <translation>%1 [%2]</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>outcome, reason</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已受理</translation>
    </message>
</context>
<context>
    <name>Text::LogSentences</name>
    <message>
        <source>%1 failed: %2</source>
        <comment>action, reason</comment>
        <translation>%1 失败：%2</translation>
    </message>
    <message>
        <source>%1: the task is “%2”</source>
        <comment>action, task status</comment>
        <translation>%1：任务状态为“%2”</translation>
    </message>
    <message>
        <source>%1 was accepted</source>
        <translation>%1 已受理</translation>
    </message>
    <message>
        <source>%1 was answered</source>
        <translation>%1 已应答</translation>
    </message>
    <message>
        <source>%1; trying again in %2</source>
        <comment>reason, time</comment>
        <translation>%1；%2后重试</translation>
    </message>
    <message>
        <source>Trying again in %1</source>
        <translation>%1后重试</translation>
    </message>
    <message>
        <source>A Stop of an earlier run was found out: %1</source>
        <translation>已查明此前运行中一个停止请求的结果：%1</translation>
    </message>
    <message>
        <source>A Stop of an earlier run is still open; finding out what became of it</source>
        <translation>此前运行中有一个停止请求尚无结果，正在查明其结果</translation>
    </message>
    <message>
        <source>Set the computer&apos;s clock, best by switching automatic time on.</source>
        <translation>请校准本机时钟，最好开启自动设置时间。</translation>
    </message>
    <message>
        <source>Stop the backup too: it has a TaskId of its own, and the task&apos;s row offers it.</source>
        <translation>请同时停止备份推流：它有自己的 TaskId，可在该任务所在行中停止。</translation>
    </message>
    <message>
        <source>Nothing needs to be done: the console asks until the task has stopped, and a later line says what became of it.</source>
        <translation>无需任何操作：控制台会继续查询，直到任务停止；结果见后面的日志行。</translation>
    </message>
    <message>
        <source>A Stop was asked for</source>
        <translation>已请求停止</translation>
    </message>
    <message>
        <source>Requests are signed with the service&apos;s time: %1</source>
        <translation>请求使用服务端时间签名：%1</translation>
    </message>
    <message>
        <source>There is no keyring: secrets are kept for this run only</source>
        <translation>没有系统密钥环：机密信息仅在本次运行期间保留</translation>
    </message>
    <message>
        <source>The task has stopped, but its backup is not known to have</source>
        <translation>任务已停止，但尚不确定其备份推流是否已停止</translation>
    </message>
    <message>
        <source>A start in room %1 is settled</source>
        <translation>房间 %1 的启动请求已有结果</translation>
    </message>
    <message>
        <source>A task was started in room %1</source>
        <translation>已在房间 %1 启动任务</translation>
    </message>
    <message>
        <source>The service refused to start a task in room %1</source>
        <translation>服务端拒绝在房间 %1 启动任务</translation>
    </message>
    <message>
        <source>It is not known whether a task was started in room %1</source>
        <translation>无法确定是否已在房间 %1 启动任务</translation>
    </message>
    <message>
        <source>No task was started in room %1: the request never reached the service</source>
        <translation>未在房间 %1 启动任务：请求未到达服务端</translation>
    </message>
    <message>
        <source>The automatic refresh works again</source>
        <translation>自动刷新已恢复</translation>
    </message>
    <message>
        <source>The automatic refresh failed and is tried less often for now: %1</source>
        <comment>reason</comment>
        <translation>自动刷新失败，暂时降低尝试频率：%1</translation>
    </message>
    <message>
        <source>The automatic refresh is off until the account is changed or works again: %1</source>
        <comment>reason</comment>
        <translation>自动刷新已关闭，直到账号被修改或恢复可用：%1</translation>
    </message>
    <message>
        <source>A task was asked for in room %1</source>
        <translation>已请求在房间 %1 启动任务</translation>
    </message>
    <message>
        <source>No answer says whether a task was started in room %1; looking for it</source>
        <translation>没有应答说明是否已在房间 %1 启动任务；正在查找</translation>
    </message>
    <message>
        <source>The task was running, but the service neither lists nor finds it any more</source>
        <translation>该任务曾在运行，但服务端已不再列出，也查不到它</translation>
    </message>
    <message>
        <source>Tracked tasks and the journal begin empty. What became of Stops that were under way is not known here: look at the service&apos;s list of tasks. The file that was kept may be mended with SQLite&apos;s own tools.</source>
        <translation>跟踪的任务和操作记录从空白开始。当时正在进行的停止请求结果如何，这里无从得知：请查看服务端的任务列表。保留下来的文件或许可以用 SQLite 自带的工具修复。</translation>
    </message>
    <message>
        <source>Check the accounts and the settings: some may be missing or as they are at first.</source>
        <translation>请检查账号和设置：有些可能缺失，或者恢复成了初始值。</translation>
    </message>
    <message>
        <source>Accounts and settings are missing in this run, and changes are not kept. Make the file readable and writable for this user, then start the program again.</source>
        <translation>本次运行中没有账号和设置，所做的更改也不会保存。请让当前用户能够读写该文件，然后重新启动本程序。</translation>
    </message>
    <message>
        <source>What was changed holds until the program ends. Free some space on the disk, or make the file writable for this user: the next change is written with all before it.</source>
        <translation>所做的更改在本程序结束前有效。请腾出磁盘空间，或让当前用户能够写入该文件：下一次更改会连同之前的所有更改一起写入。</translation>
    </message>
    <message>
        <source>The database was damaged. It is kept as %1, and a new one was begun</source>
        <translation>数据库已损坏。它保留为 %1，并已新建一个</translation>
    </message>
    <message>
        <source>The settings file was damaged. It is kept as %1; what could be read is used</source>
        <translation>设置文件已损坏。它保留为 %1；能读出的内容继续使用</translation>
    </message>
    <message>
        <source>The settings file cannot be read: %1</source>
        <translation>无法读取设置文件：%1</translation>
    </message>
    <message>
        <source>The settings cannot be written. The file is as it was: %1</source>
        <translation>无法写入设置。文件保持原样：%1</translation>
    </message>
</context>
<context>
    <name>Text::Outcomes</name>
    <message>
        <source>Stopped</source>
        <comment>outcome</comment>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Already stopped</source>
        <comment>outcome</comment>
        <translation>之前已停止</translation>
    </message>
    <message>
        <source>Accepted</source>
        <comment>outcome</comment>
        <translation>已受理</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>outcome</comment>
        <translation>失败</translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>outcome</comment>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 (last seen: %2)</source>
        <comment>outcome, task status</comment>
        <translation>%1（最后状态：%2）</translation>
    </message>
    <message>
        <source>Not sent</source>
        <comment>outcome</comment>
        <translation>未发送</translation>
    </message>
    <message>
        <source>Requested</source>
        <comment>phase</comment>
        <translation>已请求</translation>
    </message>
    <message>
        <source>Sent</source>
        <comment>phase</comment>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Accepted</source>
        <comment>phase</comment>
        <translation>已受理</translation>
    </message>
    <message>
        <source>Settled</source>
        <comment>phase</comment>
        <translation>已有结果</translation>
    </message>
    <message>
        <source>Not known</source>
        <comment>task status</comment>
        <translation>未知</translation>
    </message>
    <message>
        <source>Prepared</source>
        <comment>task status</comment>
        <translation>准备中</translation>
    </message>
    <message>
        <source>Pushing</source>
        <comment>task status</comment>
        <translation>推流中</translation>
    </message>
    <message>
        <source>Stopped</source>
        <comment>task status</comment>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Automatic</source>
        <comment>finish reason</comment>
        <translation>自动结束</translation>
    </message>
    <message>
        <source>Stopped by request</source>
        <comment>finish reason</comment>
        <translation>按请求停止</translation>
    </message>
    <message>
        <source>Error</source>
        <comment>finish reason</comment>
        <translation>错误</translation>
    </message>
    <message>
        <source>Info</source>
        <comment>log level</comment>
        <translation>信息</translation>
    </message>
    <message>
        <source>Success</source>
        <comment>log level</comment>
        <translation>成功</translation>
    </message>
    <message>
        <source>Warning</source>
        <comment>log level</comment>
        <translation>警告</translation>
    </message>
    <message>
        <source>Error</source>
        <comment>log level</comment>
        <translation>错误</translation>
    </message>
    <message>
        <source>Requested</source>
        <comment>journal event</comment>
        <translation>已请求</translation>
    </message>
    <message>
        <source>Sent</source>
        <comment>journal event</comment>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Answered</source>
        <comment>journal event</comment>
        <translation>已应答</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <comment>journal event</comment>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Settled</source>
        <comment>journal event</comment>
        <translation>已有结果</translation>
    </message>
    <message>
        <source>The service confirmed that the task has stopped.</source>
        <translation>服务端已确认任务已停止。</translation>
    </message>
    <message>
        <source>The task had stopped before; there was nothing left to do.</source>
        <translation>任务之前已停止，无需再做任何操作。</translation>
    </message>
    <message>
        <source>The service accepted the Stop; it was not waited for its effect.</source>
        <translation>服务端已受理停止请求；未等待其生效。</translation>
    </message>
    <message>
        <source>The Stop was refused, or the task ended by an error.</source>
        <translation>停止请求被拒绝，或任务因错误而结束。</translation>
    </message>
    <message>
        <source>It is not known yet whether the task has stopped.</source>
        <translation>尚不清楚任务是否已停止。</translation>
    </message>
    <message>
        <source>The Stop had no effect.</source>
        <translation>停止未生效。</translation>
    </message>
    <message>
        <source>A Stop was asked for and waits for its turn.</source>
        <translation>已请求停止，正在排队等待。</translation>
    </message>
    <message>
        <source>The Stop is on its way; the service has not accepted it yet.</source>
        <translation>停止请求正在发送；服务端尚未受理。</translation>
    </message>
    <message>
        <source>The service accepted the Stop; its effect is being confirmed.</source>
        <translation>服务端已受理停止请求；正在确认其是否生效。</translation>
    </message>
    <message>
        <source>The Stop is settled.</source>
        <translation>停止请求已有结果。</translation>
    </message>
    <message>
        <source>The service has not said yet how this task stands.</source>
        <translation>服务端尚未告知此任务的状态。</translation>
    </message>
    <message>
        <source>The task is prepared and about to push.</source>
        <translation>任务准备中，即将开始推流。</translation>
    </message>
    <message>
        <source>The task is pushing the whiteboard.</source>
        <translation>任务正在推送白板。</translation>
    </message>
    <message>
        <source>The task has stopped.</source>
        <translation>任务已停止。</translation>
    </message>
    <message>
        <source>It ended by itself: for some time there was neither audio or video nor any whiteboard operation.</source>
        <translation>任务已自动结束：一段时间内既没有音视频，也没有任何白板操作。</translation>
    </message>
    <message>
        <source>It was stopped by a request.</source>
        <translation>任务因停止请求而停止。</translation>
    </message>
    <message>
        <source>It ended by an error.</source>
        <translation>任务因错误而结束。</translation>
    </message>
    <message>
        <source>Refresh the task to see that it has stopped.</source>
        <translation>请刷新任务，确认其已停止。</translation>
    </message>
    <message>
        <source>See what the error says, then refresh the task before stopping it again.</source>
        <translation>请查看错误说明，刷新任务后再决定是否重新停止。</translation>
    </message>
    <message>
        <source>Refresh the task. If it is still running, stop it again: that does no harm.</source>
        <translation>请刷新任务。如果仍在运行，请再次停止：重复停止没有害处。</translation>
    </message>
    <message>
        <source>Stop the task again.</source>
        <translation>请再次停止任务。</translation>
    </message>
    <message>
        <source>Stopping: requested</source>
        <translation>停止中：已请求</translation>
    </message>
    <message>
        <source>Stopping: sent</source>
        <translation>停止中：已发送</translation>
    </message>
    <message>
        <source>Stopping: confirming</source>
        <translation>停止中：确认中</translation>
    </message>
    <message>
        <source>Ended by an error</source>
        <translation>因错误结束</translation>
    </message>
    <message>
        <source>Stop not confirmed</source>
        <translation>停止未确认</translation>
    </message>
    <message>
        <source>Stopped, its backup is gone</source>
        <translation>已停止，服务端已无其备份推流</translation>
    </message>
    <message>
        <source>Stopped, but not its backup</source>
        <translation>已停止，但备份推流未停止</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>outcome, code</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Started</source>
        <comment>outcome</comment>
        <translation>已启动</translation>
    </message>
    <message>
        <source>The task was started.</source>
        <translation>任务已启动。</translation>
    </message>
    <message>
        <source>The service refused to start the task.</source>
        <translation>服务端拒绝启动任务。</translation>
    </message>
    <message>
        <source>It is not known whether a task was started.</source>
        <translation>无法确定任务是否已启动。</translation>
    </message>
    <message>
        <source>Nothing was started: the request never reached the service.</source>
        <translation>未启动任何任务：请求未到达服务端。</translation>
    </message>
    <message>
        <source>See what the error says, then start it again.</source>
        <translation>请查看错误说明，然后重新启动。</translation>
    </message>
    <message>
        <source>Before starting it again, look whether a task is running in that room: two would cost twice. The next start of this program looks again.</source>
        <translation>重新启动之前，请先查看该房间是否有任务正在运行：启动两个会产生双倍费用。本程序下次启动时会再次查找。</translation>
    </message>
    <message>
        <source>Start it again.</source>
        <translation>请重新启动。</translation>
    </message>
    <message>
        <source>Gone from the service</source>
        <translation>服务端已无此任务</translation>
    </message>
    <message>
        <source>The task was running, but the service neither lists nor finds it any more. Whether it has stopped is not known.</source>
        <translation>该任务曾在运行，但服务端已不再列出，也查不到它。是否已停止尚不清楚。</translation>
    </message>
    <message>
        <source>Look into the service&apos;s own console if it matters what became of it.</source>
        <translation>如需了解其去向，请查看腾讯云控制台。</translation>
    </message>
</context>
<context>
    <name>Text::Punctuation</name>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a sentence</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between things of one kind</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name, value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1:</source>
        <comment>name of a field</comment>
        <translation>%1：</translation>
    </message>
</context>
<context>
    <name>Text::StartSentences</name>
    <message>
        <source>This is needed.</source>
        <translation>此项必填。</translation>
    </message>
    <message>
        <source>It is at least %1.</source>
        <translation>不能小于 %1。</translation>
    </message>
    <message>
        <source>It is a number from %1 to %2.</source>
        <translation>须为 %1 到 %2 之间的整数。</translation>
    </message>
    <message>
        <source>It has at most %1 bytes; a Chinese character takes three.</source>
        <translation>最多 %1 个字节；一个汉字占三个字节。</translation>
    </message>
    <message>
        <source>It is made of the letters A to Z and a to z, digits, _ and - only.</source>
        <translation>只能包含字母 A–Z、a–z、数字、_ 和 -。</translation>
    </message>
    <message>
        <source>It is one of: %1.</source>
        <translation>须为以下之一：%1。</translation>
    </message>
    <message>
        <source>It must be a JSON object.</source>
        <translation>须为 JSON 对象。</translation>
    </message>
    <message>
        <source>The backup needs a user of its own: two of one name push each other out of the room.</source>
        <translation>备份推流需要单独的用户：同名的两个用户会互相踢出房间。</translation>
    </message>
    <message>
        <source>Only the mainland edition knows this field.</source>
        <translation>只有中国站支持此字段。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field, what is wrong with it</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The template is not a JSON object.</source>
        <translation>模板不是 JSON 对象。</translation>
    </message>
    <message>
        <source>The template holds a secret in %1. Templates never hold secrets: take it out.</source>
        <translation>模板的 %1 中含有机密信息。模板不得包含机密信息：请将其删除。</translation>
    </message>
    <message>
        <source>The template names %1, which is no field of a start.</source>
        <translation>模板中的 %1 不是启动请求的字段。</translation>
    </message>
    <message>
        <source>%1 in the template is not of the type that it must have.</source>
        <translation>模板中 %1 的类型不正确。</translation>
    </message>
</context>
</TS>
