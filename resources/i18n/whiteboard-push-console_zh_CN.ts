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
        <source>Another window is open already, but it does not answer.</source>
        <translation>已有另一个窗口打开，但没有响应。</translation>
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
        <source>Stops whiteboard push tasks of Tencent Cloud&apos;s Interactive Whiteboard and confirms that they ended.
Without a command it opens the window; a second start raises the first one.

Commands (each has a --help of its own):
  stop     stop tasks and wait until the service says that they ended
  show     show one task as the service sees it
  list     list the tasks of an application
  history  what was ever requested from here
  recover  find out what became of Stops that were interrupted</source>
        <translation>停止腾讯云互动白板的白板推流任务，并确认任务已结束。
不带命令时打开窗口；再次启动会将已打开的窗口置于最前。

命令（每个命令都有各自的 --help）：
  stop     停止任务，并等待服务端确认任务已结束
  show     显示服务端所见的单个任务
  list     列出某个应用的任务
  history  显示从本机发出过的所有请求
  recover  查明被中断的停止请求的结果</translation>
    </message>
    <message>
        <source>Stops tasks, at most 20 requests a second, and waits until the service says that each has ended.
A task that had ended before counts as done. Ctrl-C sends nothing more.
With --json each task gives one object as it ends: taskId, sdkAppId, outcome (stopped, alreadyStopped,
accepted, failed, unknown, notSent), requestId, errorCode, errorMessage, attempts, elapsedMs.</source>
        <translation>停止任务，每秒最多 20 个请求，并等待服务端确认每个任务均已结束。
之前已结束的任务视为完成。按 Ctrl-C 后不再发送任何请求。
使用 --json 时，每个任务结束后输出一个对象：taskId、sdkAppId、outcome（stopped、alreadyStopped、
accepted、failed、unknown、notSent）、requestId、errorCode、errorMessage、attempts、elapsedMs。</translation>
    </message>
    <message>
        <source>Shows one task as the service sees it now.</source>
        <translation>显示服务端当前所见的单个任务。</translation>
    </message>
    <message>
        <source>Lists the tasks of an application as the service knows them, or with --tracked those
that the window tracks.</source>
        <translation>列出服务端已知的某个应用的任务；使用 --tracked 时，
列出窗口正在跟踪的任务。</translation>
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
        <source>Finds out what became of every Stop that an earlier run left without an outcome. It only asks; a Stop
that had no effect is not repeated. With --json it prints the objects of &quot;stop&quot;.</source>
        <translation>查明之前运行时未得到结果的每个停止请求的最终情况。只查询；
未生效的停止请求不会重新发送。使用 --json 时输出与“stop”相同的对象。</translation>
    </message>
    <message>
        <source>stop, show, list, history or recover.</source>
        <translation>stop、show、list、history 或 recover。</translation>
    </message>
    <message>
        <source>1 to 128 printable characters without blanks.</source>
        <translation>1 到 128 个可打印字符，不含空白字符。</translation>
    </message>
    <message>
        <source>This command.</source>
        <translation>本命令。</translation>
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
        <translation>尝试</translation>
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
        <source>Read TaskIds from FILE (- is standard input), one a line; blank lines and lines that begin with # are left out.</source>
        <translation>从 FILE 读取 TaskId（- 表示标准输入），每行一个；忽略空行和以 # 开头的行。</translation>
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
        <source>At most the newest N requests; 0 for all. Usual: 1000.</source>
        <translation>最多显示最新的 N 个请求；0 表示全部。默认：1000。</translation>
    </message>
    <message>
        <source>The account of that name; its key is in the keyring.</source>
        <translation>使用该名称的账号；其密钥保存在系统密钥环中。</translation>
    </message>
    <message>
        <source>Where requests go instead, e.g. https://tiw.intl.tencentcloudapi.com.</source>
        <translation>改用的请求接入点，例如 https://tiw.intl.tencentcloudapi.com。</translation>
    </message>
    <message>
        <source>The region there, e.g. ap-singapore.</source>
        <translation>该接入点的地域，例如 ap-singapore。</translation>
    </message>
    <message>
        <source>The edition of the service there. Usual: intl.</source>
        <translation>该接入点的服务版本。默认：intl。</translation>
    </message>
    <message>
        <source>Print one JSON object a line.</source>
        <translation>每行输出一个 JSON 对象。</translation>
    </message>
    <message>
        <source>Seconds to wait for STOPPED once a Stop is accepted. Usual: as in the settings.</source>
        <translation>停止受理后等待 STOPPED 的秒数。默认：与设置一致。</translation>
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
        <source>, </source>
        <translation>， </translation>
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
        <translation>这不像是临时令牌 (Token)。请重新复制，且只复制令牌本身。</translation>
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
        <translation>版本(&amp;E)：</translation>
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
        <translation>再建一个与此相同的账号，使用相同的密钥</translation>
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
        <translation>导出已保存的账号，不含密钥(&amp;X)…</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not saved completely. %2 %3</source>
        <translation>“%1”未能完整保存。%2 %3</translation>
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
        <translation>要移除账号“%1”及其密钥吗？</translation>
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
        <source>The file could not be written: %1</source>
        <translation>无法写入文件：%1</translation>
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
        <source>&amp;Tasks: TaskIds, a request URL, a JSON answer, or a command line</source>
        <translation>任务(&amp;T)：TaskId、请求 URL、JSON 应答或命令行</translation>
    </message>
    <message>
        <source>Type or paste what you have at hand</source>
        <translation>输入或粘贴您手头的内容</translation>
    </message>
    <message>
        <source>&amp;What was understood</source>
        <translation>识别结果(&amp;W)</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
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
        <source>A&amp;dd</source>
        <translation>添加(&amp;D)</translation>
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
    <message>
        <source>Not understood</source>
        <translation>无法识别</translation>
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
        <source>The first %1 are shown.</source>
        <translation>仅显示前 %1 个。</translation>
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
        <translation>从服务受理停止请求时起，对每个任务分别计时。超过此时长后，其结果视为未知，并继续显示。</translation>
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
</context>
<context>
    <name>Gui::CloseFlow</name>
    <message>
        <source>Stops are not confirmed yet</source>
        <translation>有停止尚未确认</translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s) are not confirmed yet.</source>
        <translation>
            <numerusform>有 %n 个停止尚未确认。</numerusform>
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
        <source>The window closes when the last stop is settled.</source>
        <translation>最后一个停止有结果后，窗口将自动关闭。</translation>
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
</context>
<context>
    <name>Gui::ConnectionTestView</name>
    <message>
        <source>answered in %1</source>
        <translation>响应用时 %1</translation>
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
        <translation>正在请求服务…</translation>
    </message>
    <message>
        <source>The service says: %1</source>
        <translation>服务返回：%1</translation>
    </message>
    <message>
        <source>Technical detail: %1</source>
        <translation>技术详情：%1</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>测试连接(&amp;T)</translation>
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
        <translation>异常数</translation>
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
        <translation>服务返回：%1</translation>
    </message>
    <message>
        <source>Nothing was asked about this task yet.</source>
        <translation>尚未对此任务发出过任何请求。</translation>
    </message>
</context>
<context>
    <name>Gui::FindRunning</name>
    <message>
        <source>Find running tasks</source>
        <translation>查找运行中的任务</translation>
    </message>
    <message>
        <source>No application is known yet. Enter the SdkAppIds of the account in the settings.</source>
        <translation>尚无已知应用。请在设置中输入该账号的 SdkAppId。</translation>
    </message>
    <message>
        <source>Account %1, application %2: %3. %4</source>
        <translation>账号 %1，应用 %2：%3。%4</translation>
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
        <source>the service knows more tasks than it listed</source>
        <translation>服务端的任务数多于其列出的任务</translation>
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
        <translation>服务返回：%1</translation>
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
        <translation>操作</translation>
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
        <source>The file could not be written: %1</source>
        <translation>无法写入文件：%1</translation>
    </message>
</context>
<context>
    <name>Gui::MainWindow</name>
    <message>
        <source>Whiteboard Push Console</source>
        <translation>白板推流控制台</translation>
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
        <translation>通过 TaskId，或粘贴请求、响应或命令行来添加任务</translation>
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
        <source>&amp;Find running tasks</source>
        <translation>查找运行中的任务(&amp;F)</translation>
    </message>
    <message>
        <source>Find running</source>
        <translation>查找任务</translation>
    </message>
    <message>
        <source>Ask the service which tasks are running in the known applications, and add them</source>
        <translation>向服务查询已知应用中正在运行的任务，并将其添加到列表</translation>
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
        <translation>不再发送尚未发送的停止</translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation>刷新(&amp;F)</translation>
    </message>
    <message>
        <source>Ask the service how the selected tasks stand; all tasks if none is selected</source>
        <translation>向服务查询所选任务的状态；未选择时查询所有任务</translation>
    </message>
    <message>
        <source>Edit &amp;label…</source>
        <translation>编辑备注名(&amp;L)…</translation>
    </message>
    <message>
        <source>Give the task a word of your own, such as the class</source>
        <translation>为任务设置自定义备注名，例如课程名称</translation>
    </message>
    <message>
        <source>&amp;Remove from the list</source>
        <translation>从列表中移除(&amp;R)</translation>
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
        <source>&amp;Copy TaskId</source>
        <translation>复制 TaskId(&amp;C)</translation>
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
        <source>Copy ro&amp;w</source>
        <translation>复制行(&amp;W)</translation>
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
        <source>About Qt</source>
        <translation>关于 Qt</translation>
    </message>
    <message>
        <source>This program uses Qt %1 under the terms of the LGPL.</source>
        <translation>本程序根据 LGPL 条款使用 Qt %1。</translation>
    </message>
    <message>
        <source>Asking which tasks are running…</source>
        <translation>正在查询运行中的任务…</translation>
    </message>
    <message>
        <source>Refreshing %1: %2</source>
        <translation>正在刷新 %1：%2</translation>
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
        <source>Remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n task(s) from the list?</source>
        <translation>
            <numerusform>从列表中移除 %n 个任务？</numerusform>
        </translation>
    </message>
    <message>
        <source>They are not stopped: what is running goes on running. The journal keeps what was done.</source>
        <translation>不会停止这些任务：运行中的任务将继续运行。已执行的操作会保留在操作记录中。</translation>
    </message>
    <message>
        <source>The journal keeps what was done.</source>
        <translation>已执行的操作会保留在操作记录中。</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
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
        <translation>额外 CA 文件(&amp;L)：</translation>
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
</context>
<context>
    <name>Gui::NoticeArea</name>
    <message>
        <source>Put this notice away</source>
        <translation>关闭此通知</translation>
    </message>
</context>
<context>
    <name>Gui::RecoveryNotice</name>
    <message numerus="yes">
        <source>%n stop(s) of an earlier run have no outcome. Finding out what became of them…</source>
        <translation>
            <numerusform>以前的运行中有 %n 个停止没有结果。正在查明其结果…</numerusform>
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
        <source>%n still unknown.</source>
        <translation>
            <numerusform>%n 个仍未知。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stops of an earlier run: %1</source>
        <translation>以前运行中的停止：%1</translation>
    </message>
    <message>
        <source>Stop these again…</source>
        <translation>再次停止这些任务…</translation>
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
        <translation>代理的密码未保存。%1 %2</translation>
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
        <translation>未在本机桌面环境中找到系统密钥环。您输入的密钥只保留在内存中，程序退出后即丢失；其他内容均已保存。</translation>
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
</context>
<context>
    <name>Gui::StatusLine</name>
    <message>
        <source>Stops: %1 of %2 settled</source>
        <translation>停止：%1/%2 个已有结果</translation>
    </message>
    <message>
        <source>Ca&amp;ncel the rest (%1)</source>
        <translation>取消其余停止 (%1)(&amp;N)</translation>
    </message>
    <message>
        <source>Stops that have not been sent yet are not sent any more</source>
        <translation>尚未发送的停止请求将不再发送</translation>
    </message>
    <message>
        <source>%1/%2 requests/s</source>
        <translation>%1/%2 次请求/秒</translation>
    </message>
    <message>
        <source>Requests within the last second, of the busiest action, and the service&apos;s limit</source>
        <translation>最近一秒内请求最多的接口的请求数，以及服务的频率限制</translation>
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
</context>
<context>
    <name>Gui::TaskPage</name>
    <message>
        <source>F&amp;ilter:</source>
        <translation>筛选(&amp;I)：</translation>
    </message>
    <message>
        <source>TaskId, label, room, application, status, RequestId</source>
        <translation>TaskId、备注名、房间、应用、状态、RequestId</translation>
    </message>
    <message>
        <source>A&amp;ccount:</source>
        <translation>账号(&amp;C)：</translation>
    </message>
    <message>
        <source>Number of tasks</source>
        <translation>任务数</translation>
    </message>
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
    <message>
        <source>All accounts</source>
        <translation>所有账号</translation>
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
        <translation>尝试次数</translation>
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
        <translation>尝试次数</translation>
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
        <translation>请检查 SdkAppId，并确认账号所设的版本（国际站或中国站）与创建该应用的版本一致。</translation>
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
        <translation>请检查账号设置中的接入点和版本。如使用代理，请确认代理未改动主机名。</translation>
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
        <translation>密钥已被删除或禁用、输入有误或含有多余空格，或属于另一版本的站点。</translation>
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
        <translation>临时令牌 (Token) 错误或已过期</translation>
    </message>
    <message>
        <source>Temporary credentials are valid for a limited time, and only with the token they came with.</source>
        <translation>临时凭证有有效期，且必须与同时签发的临时令牌 (Token) 一起使用。</translation>
    </message>
    <message>
        <source>Get new temporary credentials and enter all three parts, or remove the token if the key is a permanent one.</source>
        <translation>请获取新的临时凭证并填写全部三项；如果使用的是永久密钥，请清除临时令牌 (Token)。</translation>
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
        <translation>此接入点不提供该接口。部分接口仅在某一版本中提供。</translation>
    </message>
    <message>
        <source>Check the edition (International or Mainland) in the account&apos;s settings.</source>
        <translation>请检查账号设置中的版本（国际站或中国站）。</translation>
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
        <translation>服务暂时不可用</translation>
    </message>
    <message>
        <source>The service is down or overloaded for the moment.</source>
        <translation>服务目前已中断或过载。</translation>
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
        <translation>请求中包含此接口未定义的参数。不同版本（国际站与中国站）在这方面有差异。</translation>
    </message>
    <message>
        <source>Check the edition in the account&apos;s settings; otherwise please report it as a fault of this program.</source>
        <translation>请检查账号设置中的版本；如版本无误，请将其作为本程序的缺陷上报。</translation>
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
        <source>%1. %2 %3</source>
        <comment>title, explanation, remedy</comment>
        <translation>%1。%2%3</translation>
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
        <source>The proxy asks for a user and a password, or refused those that are set.</source>
        <translation>代理要求提供用户名和密码，或拒绝了已设置的用户名和密码。</translation>
    </message>
    <message>
        <source>Enter the proxy&apos;s user and password in the network settings.</source>
        <translation>请在网络设置中填写代理的用户名和密码。</translation>
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
        <source>Secrets are kept in memory for this run only and are not saved.</source>
        <translation>密钥等机密信息仅在本次运行期间保留在内存中，不会保存。</translation>
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
        <source>The keyring is locked or denied access</source>
        <translation>系统密钥环已锁定或拒绝访问</translation>
    </message>
    <message>
        <source>Unlock the keyring and try again.</source>
        <translation>请解锁系统密钥环后重试。</translation>
    </message>
    <message>
        <source>The keyring did not answer in time</source>
        <translation>系统密钥环未及时响应</translation>
    </message>
    <message>
        <source>It may be waiting behind a password prompt. %1</source>
        <translation>它可能正在等待输入密码。%1</translation>
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
        <source>The file that holds tracked tasks and the journal cannot be read as a database. It was left as it is.</source>
        <translation>保存跟踪任务和操作记录的文件无法作为数据库读取，该文件已保持原样。</translation>
    </message>
    <message>
        <source>Move the file away to start with an empty one, or put a backup in its place.</source>
        <translation>请移走该文件以便从空数据库开始，或用备份替换它。</translation>
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
        <translation>无法读写跟踪任务或操作记录。凡是无法先写入操作记录的请求，一律不发送。</translation>
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
        <source>Redirects are never followed, because the signed request would go to a stranger.</source>
        <translation>本程序从不跟随重定向，以免已签名的请求被发送给第三方。</translation>
    </message>
    <message>
        <source>Check the endpoint in the account&apos;s settings; a login page of the network may also be in the way.</source>
        <translation>请检查账号设置中的接入点；也可能是被网络登录页拦截。</translation>
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
        <translation>已查明此前运行中一次停止的结果：%1</translation>
    </message>
    <message>
        <source>A Stop of an earlier run is still open; finding out what became of it</source>
        <translation>此前运行中有一次停止尚未了结，正在查明其结果</translation>
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
        <translation>已了结</translation>
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
        <translation>已了结</translation>
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
        <source>The Stop had no effect: it never reached the service.</source>
        <translation>停止未生效：请求未到达服务端。</translation>
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
        <translation>停止请求已了结。</translation>
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
        <source>Stopped, but not its backup</source>
        <translation>已停止，但备份推流未停止</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>outcome, code</comment>
        <translation>%1：%2</translation>
    </message>
</context>
</TS>
