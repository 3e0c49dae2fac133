<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>AgendaCard</name>
    <message>
        <source>{0} {1}件</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>一覧で見る({0}件)</source>
        <translation>Show all {0}</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>満了まで {0}日</source>
        <translation>{0} days to expiry</translation>
    </message>
    <message>
        <source>満了から {0}日</source>
        <translation>Expired {0} days ago</translation>
    </message>
    <message>
        <source>  要照会</source>
        <translation>  Ask the body</translation>
    </message>
    <message>
        <source>月末の数え方が決まっていないため、安全側(遅い開始日・早い最終日)を示しています。審査機関に照会してください。</source>
        <translation>The published rule does not say how to count month ends, so the safe side is shown (later start, earlier last day). Please ask the assessment body.</translation>
    </message>
    <message>
        <source>最終日が休業日のため、{0}まで受け付けられる見込みです。当てにしないでください。</source>
        <translation>The last day is closed, so it should be taken until {0}. Please do not rely on it.</translation>
    </message>
    <message>
        <source>完了 {0} / {1}</source>
        <translation>Done {0} / {1}</translation>
    </message>
    <message>
        <source>過年度分</source>
        <translation>Past years</translation>
    </message>
    <message>
        <source>{0}: {1}件を一覧に表示します</source>
        <translation>{0}: show {1} in the table</translation>
    </message>
</context>
<context>
    <name>BodyField</name>
    <message>
        <source>選ぶか、自由に入力(空欄のままでもよい)</source>
        <translation>Choose or type (may stay empty)</translation>
    </message>
</context>
<context>
    <name>BulkFields</name>
    <message>
        <source>社内期限の変え方</source>
        <translation>How the due changes</translation>
    </message>
    <message>
        <source>例: 2027/4/1、今日</source>
        <translation>Like 2027/4/1, today</translation>
    </message>
    <message>
        <source>日数。例: 5、前へ動かすなら -5</source>
        <translation>Days, like 5; -5 moves back</translation>
    </message>
</context>
<context>
    <name>BulkPanel</name>
    <message>
        <source>まとめて変更</source>
        <translation>Change together</translation>
    </message>
    <message>
        <source>入力を消す</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>変える欄にだけ印を付けます。印を付けて空にすると、消します。</source>
        <translation>Mark only what is to change. Marked and empty clears it.</translation>
    </message>
    <message>
        <source>{0}件を選択中</source>
        <translation>{0} selected</translation>
    </message>
    <message>
        <source>まだ何も変わりません。</source>
        <translation>Nothing changes yet.</translation>
    </message>
    <message>
        <source>{0}件のうち{1}件を変更(&amp;A)</source>
        <translation>Ch&amp;ange {1} of {0}</translation>
    </message>
    <message>
        <source>{0}件を変更しました。</source>
        <translation>{0} changed.</translation>
    </message>
</context>
<context>
    <name>CalendarActions</name>
    <message>
        <source>予定表</source>
        <translation>calendar</translation>
    </message>
    <message>
        <source>未了のタスクを持つ担当者はいません。下書きは作っていません。</source>
        <translation>Nobody has open tasks. No draft was made.</translation>
    </message>
    <message>
        <source>担当者へのメール下書き</source>
        <translation>Mail draft to an owner</translation>
    </message>
    <message>
        <source>未了のタスクを知らせる担当者を選んでください。</source>
        <translation>Choose whom to tell of their open tasks.</translation>
    </message>
    <message>
        <source>{0} 宛てのメールの下書きを作りました: {1}</source>
        <translation>Mail draft to {0} written: {1}</translation>
    </message>
    <message>
        <source>メールソフトで開き、宛先と内容を確かめて送信してください(まだ送っていません)。</source>
        <translation>Open it in your mail program, check recipient and text, and send it (nothing was sent yet).</translation>
    </message>
    <message>
        <source>担当割当に使えるメールアドレスがないため、宛先は空です。メールソフトで宛先を入れてください。</source>
        <translation>The roles hold no usable mail address, so there is no recipient yet. Enter one in your mail program.</translation>
    </message>
    <message>
        <source>開く</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>フォルダを開く</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>別の名前で書き出す…</source>
        <translation>Write under another name…</translation>
    </message>
    <message>
        <source>{0} を開けるプログラムが見つかりません。書き出したファイルはそのままです。メールソフトや予定表のソフトから開いてください。</source>
        <translation>No program was found to open {0}. The file is there: open it from your mail or calendar program.</translation>
    </message>
    <message>
        <source>{0} — 未了 {1}件(期限超過 {2}件)</source>
        <translation>{0}: {1} open, {2} late</translation>
    </message>
    <message>
        <source>{0} — 未了 {1}件</source>
        <translation>{0}: {1} open</translation>
    </message>
    <message>
        <source>メール下書き</source>
        <translation>mail-draft</translation>
    </message>
</context>
<context>
    <name>CellCommands</name>
    <message>
        <source>切り取り</source>
        <translation>Cut</translation>
    </message>
    <message>
        <source>コピー</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>貼り付け</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>クリア</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>下へコピー</source>
        <translation>Fill down</translation>
    </message>
    <message>
        <source>右へコピー</source>
        <translation>Fill right</translation>
    </message>
    <message>
        <source>今日の日付</source>
        <translation>Today&apos;s date</translation>
    </message>
    <message>
        <source>{0}個のセルをコピーしました。</source>
        <translation>{0} cells copied.</translation>
    </message>
    <message>
        <source>切り取り: {0}件変更</source>
        <translation>cut: {0} changed</translation>
    </message>
    <message>
        <source>貼り付け: {0}件変更</source>
        <translation>paste: {0} changed</translation>
    </message>
    <message>
        <source>入る分だけ貼り付ける</source>
        <translation>Paste what fits</translation>
    </message>
    <message>
        <source>「{0}」に独自タスクとして追加する</source>
        <translation>Add to “{0}” as own tasks</translation>
    </message>
    <message>
        <source>貼り付ける行が、表に見えている行より{0}行多くあります。</source>
        <translation>There are {0} more rows to paste than the table shows.</translation>
    </message>
    <message>
        <source>クリア: {0}件変更</source>
        <translation>clear: {0} changed</translation>
    </message>
    <message>
        <source>今日の日付: {0}件変更</source>
        <translation>today&apos;s date: {0} changed</translation>
    </message>
    <message>
        <source>下へコピー: {0}件変更</source>
        <translation>fill down: {0} changed</translation>
    </message>
    <message>
        <source>右へコピー: {0}件変更</source>
        <translation>fill right: {0} changed</translation>
    </message>
    <message>
        <source>{0}件のタスクを変更しました。</source>
        <translation>{0} tasks changed.</translation>
    </message>
    <message>
        <source>{0}個のセルは変更していません。</source>
        <translation>{0} cells were not changed.</translation>
    </message>
    <message>
        <source>右にはみ出した{0}列は貼り付けていません。</source>
        <translation>{0} columns beyond the right edge were not pasted.</translation>
    </message>
    <message>
        <source>変わるところがありませんでした。</source>
        <translation>Nothing would change.</translation>
    </message>
</context>
<context>
    <name>ChecklistActions</name>
    <message>
        <source>空のひな型</source>
        <translation>Empty form</translation>
    </message>
    <message>
        <source>チェックリストのひな型(Excel)</source>
        <translation>Checklist form (Excel)</translation>
    </message>
    <message>
        <source>何を書き込んで出しますか。</source>
        <translation>What should be filled in?</translation>
    </message>
    <message>
        <source>チェックリスト</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>ひな型を書き出しています…</source>
        <translation>Writing the form…</translation>
    </message>
    <message>
        <source>開く</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>フォルダを開く</source>
        <translation>Open folder</translation>
    </message>
</context>
<context>
    <name>ChecklistImport</name>
    <message>
        <source>ファイルを選ぶ(&amp;O)…</source>
        <translation>Ch&amp;oose a file…</translation>
    </message>
    <message>
        <source>ひな型(Excel)を書き出す(&amp;T)…</source>
        <translation>Write the form (Excel) (&amp;T)…</translation>
    </message>
    <message>
        <source>中止</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>取り込む(&amp;I)</source>
        <translation>Take &amp;in</translation>
    </message>
    <message>
        <source>やめる</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>チェックリストを取り込む</source>
        <translation>Take in a checklist</translation>
    </message>
    <message>
        <source>ひな型に書いたExcelファイルか、TOMLファイルを選びます。すでにあるチェックリストの新しい版なら、変わるところを確かめてから取り込めます。取り込むまで何も変わりません。</source>
        <translation>Choose an Excel file written in the form, or a TOML file. For a newer edition of a checklist that is here, you see what changes first. Nothing changes until you take it.</translation>
    </message>
    <message>
        <source>中止しました。何も取り込んでいません。</source>
        <translation>Cancelled. Nothing was taken.</translation>
    </message>
    <message>
        <source>読んでいます…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>ファイルを選ぶと、変わるところが出ます。</source>
        <translation>Choose a file to see what changes.</translation>
    </message>
    <message>
        <source>直したファイルを、もう一度選んでください。</source>
        <translation>Mend the file and choose it again.</translation>
    </message>
    <message>
        <source>取り込んだ後も、1回の「元に戻す」で戻せます。</source>
        <translation>Afterwards, one undo brings everything back.</translation>
    </message>
</context>
<context>
    <name>ChecklistPreview</name>
    <message>
        <source>項目ごとの変わり方</source>
        <translation>What becomes of each item</translation>
    </message>
    <message>
        <source>直すところ</source>
        <translation>What to mend</translation>
    </message>
    <message>
        <source>「{0}」は取り込めません</source>
        <translation>“{0}” cannot be taken in</translation>
    </message>
</context>
<context>
    <name>ClosedCard</name>
    <message>
        <source>日付(毎年のものは次の回)</source>
        <translation>Days (of every year: the next)</translation>
    </message>
    <message>
        <source>登録はありません。土日・祝日・年末年始(12/29〜1/3)は登録しなくても休業日です。</source>
        <translation>Nothing is entered. Weekends, holidays and the new year (29 Dec to 3 Jan) are closed without it.</translation>
    </message>
    <message>
        <source>追加…</source>
        <translation>Add…</translation>
    </message>
    <message>
        <source>変更…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>取り下げ…</source>
        <translation>Retire…</translation>
    </message>
    <message>
        <source>自社の休業日</source>
        <translation>Closed days of the company</translation>
    </message>
    <message>
        <source>審査機関の休業日</source>
        <translation>Closed days of the assessment body</translation>
    </message>
    <message>
        <source>社内期限は、この日を避けて前の営業日になります。</source>
        <translation>Dues on these days go back to the business day before.</translation>
    </message>
    <message>
        <source>受付最終日がこの日に当たると、次の営業日まで受け付けられます。</source>
        <translation>Where the last day of application is one of these, it is accepted until the next business day.</translation>
    </message>
</context>
<context>
    <name>ClosedEditor</name>
    <message>
        <source>やめる</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>例: 夏季休業、創立記念日</source>
        <translation>Such as: summer holidays, foundation day</translation>
    </message>
    <message>
        <source>空欄は1日だけ</source>
        <translation>Empty: one day</translation>
    </message>
    <message>
        <source>毎年この月日に休む(&amp;Y)</source>
        <translation>Closed on these days ever&amp;y year</translation>
    </message>
    <message>
        <source>自社の休業日を追加</source>
        <translation>Add closed days of the company</translation>
    </message>
    <message>
        <source>審査機関の休業日を追加</source>
        <translation>Add closed days of the assessment body</translation>
    </message>
    <message>
        <source>追加(&amp;S)</source>
        <translation>&amp;Add</translation>
    </message>
    <message>
        <source>休業日の変更</source>
        <translation>Change closed days</translation>
    </message>
    <message>
        <source>保存(&amp;S)</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>休業日の取り下げ</source>
        <translation>Retire closed days</translation>
    </message>
    <message>
        <source>取り下げる(&amp;S)</source>
        <translation>&amp;Retire</translation>
    </message>
    <message>
        <source>受付最終日 {0} の申請は {1} まで受け付けられます。</source>
        <translation>With {0} as the last day, an application is accepted until {1}.</translation>
    </message>
</context>
<context>
    <name>ClosingCard</name>
    <message>
        <source>周期の終わり</source>
        <translation>End of the cycle</translation>
    </message>
    <message>
        <source>付与適格決定などで更新が終わったら閉じます。閉じた周期は読むだけになります。</source>
        <translation>Close it once the renewal is over, as with the decision. A closed cycle can only be read.</translation>
    </message>
    <message>
        <source>周期を閉じる(&amp;C)…</source>
        <translation>&amp;Close the cycle…</translation>
    </message>
    <message>
        <source>{0} に閉じられています。</source>
        <translation>It was closed on {0}.</translation>
    </message>
    <message>
        <source>開き直す(&amp;C)…</source>
        <translation>Open it again (&amp;C)…</translation>
    </message>
    <message>
        <source>周期を閉じると、開き直すまで何も変更できません。</source>
        <translation>Once it is closed, nothing can be changed until it is opened again.</translation>
    </message>
    <message>
        <source>閉じる(&amp;Y)</source>
        <translation>Close (&amp;Y)</translation>
    </message>
    <message>
        <source>開き直すと、また変更できます。理由が変更履歴に残ります。</source>
        <translation>Opened again, it can be changed. The reason stays in the log.</translation>
    </message>
    <message>
        <source>開き直す(&amp;Y)</source>
        <translation>Open again (&amp;Y)</translation>
    </message>
</context>
<context>
    <name>CountdownCard</name>
    <message>
        <source>{0}を過ぎて</source>
        <translation>Since {0}</translation>
    </message>
    <message>
        <source>{0}まで</source>
        <translation>To {0}</translation>
    </message>
    <message>
        <source>{0}日</source>
        <translation>{0} days</translation>
    </message>
    <message>
        <source>営業日 {0}日</source>
        <translation>{0} business days</translation>
    </message>
</context>
<context>
    <name>CycleForm</name>
    <message>
        <source>この周期の日付</source>
        <translation>Dates of this cycle</translation>
    </message>
    <message>
        <source>月-日</source>
        <translation>Month-day</translation>
    </message>
    <message>
        <source>起点</source>
        <translation>Dates to count from</translation>
    </message>
    <message>
        <source>例: 審査機関の担当者からメールで回答</source>
        <translation>e.g. e-mail from our contact at the body</translation>
    </message>
    <message>
        <source>変更すると、完了・対象外・手入力の期限を除くタスクの期限が計算し直されます。保存する前に、動くタスクを下に表示します。</source>
        <translation>A change counts the due dates of tasks anew, except of those done, not applicable or pinned. Before you save, the tasks that would move are shown below.</translation>
    </message>
    <message>
        <source>審査機関の回答による受付期間</source>
        <translation>Window as answered by the assessment body</translation>
    </message>
    <message>
        <source>審査機関に照会して回答を得たときだけ入力します。空欄の日は公表の規則で計算します。</source>
        <translation>Fill in only what the assessment body answered. An empty day follows the published rule.</translation>
    </message>
    <message>
        <source>申請から決定まで</source>
        <translation>From application to decision</translation>
    </message>
    <message>
        <source>確定の日があればその日から、なければ予定の日からタスクの期限を数えます。</source>
        <translation>Due dates count from the actual day, or from the planned day where there is none.</translation>
    </message>
    <message>
        <source>公表の規則どおり</source>
        <translation>As published</translation>
    </message>
    <message>
        <source>未定</source>
        <translation>Not set</translation>
    </message>
    <message>
        <source>{0}の期限に従う</source>
        <translation>Due of {0}</translation>
    </message>
    <message>
        <source>回答日と、回答の出所(相手・手段)も書いておいてください。</source>
        <translation>Please also note when the body answered, and its source (who, how).</translation>
    </message>
</context>
<context>
    <name>DateEditor</name>
    <message>
        <source>カレンダーから選ぶ(Alt+↓)</source>
        <translation>Choose from a calendar (Alt+Down)</translation>
    </message>
</context>
<context>
    <name>DayPicker</name>
    <message>
        <source>前の月(PageUp)</source>
        <translation>Previous month (PageUp)</translation>
    </message>
    <message>
        <source>次の月(PageDown)</source>
        <translation>Next month (PageDown)</translation>
    </message>
</context>
<context>
    <name>DeadlinesPage</name>
    <message>
        <source>チェックリスト</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>未完了のみ(&amp;U)</source>
        <translation>&amp;Unfinished only</translation>
    </message>
    <message>
        <source>すべてのリスト</source>
        <translation>All lists</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Deadlines</translation>
    </message>
    <message>
        <source>年表</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>カレンダー</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>日</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>週</source>
        <translation>Week</translation>
    </message>
    <message>
        <source>月</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>四半期</source>
        <translation>Quarter</translation>
    </message>
    <message>
        <source>縮小</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>拡大</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>今日(&amp;T)</source>
        <translation>&amp;Today</translation>
    </message>
    <message>
        <source>前の月</source>
        <translation>Previous month</translation>
    </message>
    <message>
        <source>次の月</source>
        <translation>Next month</translation>
    </message>
    <message>
        <source>PDFに印刷…</source>
        <translation>Print to PDF…</translation>
    </message>
    <message>
        <source>表示中の月…</source>
        <translation>This month…</translation>
    </message>
    <message>
        <source>表示中の月から12か月…</source>
        <translation>12 months from this one…</translation>
    </message>
    <message>
        <source>画像(PNG)に保存…</source>
        <translation>Save as picture (PNG)…</translation>
    </message>
</context>
<context>
    <name>DeskView</name>
    <message>
        <source>読み取り専用: {host} の {user} さんが {since} から開いています。閉じてもらうと編集できます。</source>
        <translation>Read-only: {user} on {host} has had it open since {since}. You can edit once they close it.</translation>
    </message>
    <message>
        <source>読み取り専用: この周期は {0} に閉じられています。直すときは、設定の「周期」で開き直してください。</source>
        <translation>Read-only: this cycle was closed on {0}. To change something, open it again under Settings, Cycle.</translation>
    </message>
    <message>
        <source>読み取り専用: ファイルかフォルダに書き込めません。編集するには、書き込める場所に複製して開いてください。</source>
        <translation>Read-only: the file or its folder cannot be written. To edit, copy it to a place you can write to and open the copy.</translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>選んだタスク</source>
        <translation>Chosen task</translation>
    </message>
    <message>
        <source>決まりの日に戻す</source>
        <translation>Back to the rule</translation>
    </message>
    <message>
        <source>進め方</source>
        <translation>Guidance</translation>
    </message>
    <message>
        <source>証跡</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>このタスクの履歴</source>
        <translation>History of this task</translation>
    </message>
    <message>
        <source>タスクを選ぶと、ここに進め方と証跡が出ます。</source>
        <translation>Choose a task to see its guidance and evidence here.</translation>
    </message>
    <message>
        <source>(手入力)</source>
        <translation> (by hand)</translation>
    </message>
    <message>
        <source>起点待ち: {0}</source>
        <translation>Waits for: {0}</translation>
    </message>
    <message>
        <source>過年度分</source>
        <translation>Past year</translation>
    </message>
    <message>
        <source>期間外</source>
        <translation>Outside the period</translation>
    </message>
    <message>
        <source>廃止</source>
        <translation>Dropped</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>ワークスペースを開く</source>
        <translation>Open workspace</translation>
    </message>
    <message>
        <source>ワークスペース</source>
        <translation>Workspace</translation>
    </message>
    <message>
        <source>ワークスペースの保存先</source>
        <translation>Save workspace as</translation>
    </message>
    <message>
        <source>証跡台帳(Excel)の書き出し先</source>
        <translation>Save evidence workbook (Excel) as</translation>
    </message>
    <message>
        <source>Excelブック</source>
        <translation>Excel workbook</translation>
    </message>
    <message>
        <source>チェックリストのひな型の書き出し先</source>
        <translation>Write the checklist form to</translation>
    </message>
    <message>
        <source>予定表の書き出し先</source>
        <translation>Where to write the calendar</translation>
    </message>
    <message>
        <source>予定表(iCalendar)</source>
        <translation>Calendar (iCalendar)</translation>
    </message>
    <message>
        <source>メール下書きの保存先</source>
        <translation>Where to keep the mail draft</translation>
    </message>
    <message>
        <source>メール</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>PDFの保存先</source>
        <translation>Where to save the PDF</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>画像の保存先</source>
        <translation>Where to save the picture</translation>
    </message>
    <message>
        <source>PNG画像</source>
        <translation>PNG picture</translation>
    </message>
    <message>
        <source>{0} はすでにあります。置き換えますか。</source>
        <translation>{0} is there already. Replace it?</translation>
    </message>
    <message>
        <source>置き換える</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>ほかの名前にする</source>
        <translation>Choose another name</translation>
    </message>
    <message>
        <source>証跡にするファイル</source>
        <translation>Files to attach as evidence</translation>
    </message>
    <message>
        <source>チェックリストを選ぶ</source>
        <translation>Choose a checklist</translation>
    </message>
    <message>
        <source>チェックリスト(Excel、TOML)</source>
        <translation>Checklists (Excel, TOML)</translation>
    </message>
    <message>
        <source>内閣府の祝日CSVを選ぶ</source>
        <translation>Choose the Cabinet Office&apos;s list of holidays</translation>
    </message>
    <message>
        <source>祝日CSV</source>
        <translation>List of holidays</translation>
    </message>
    <message>
        <source>やめる</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>中止</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>閉じる</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>DigestPanel</name>
    <message>
        <source>止めているお知らせ {0}件</source>
        <translation>{0} reminders stopped</translation>
    </message>
    <message>
        <source>あとで知らせるもの {0}件</source>
        <translation>{0} put off</translation>
    </message>
    <message>
        <source>ほか {0}件</source>
        <translation>{0} others</translation>
    </message>
    <message>
        <source>理由: {0}</source>
        <translation>Reason: {0}</translation>
    </message>
    <message>
        <source>{0} に再開</source>
        <translation>again on {0}</translation>
    </message>
    <message>
        <source>再開する</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>確認しました</source>
        <translation>Noted</translation>
    </message>
    <message>
        <source>お知らせ</source>
        <translation>Reminders</translation>
    </message>
    <message>
        <source>新しいお知らせはありません</source>
        <translation>No new reminders</translation>
    </message>
    <message>
        <source>(全{0}件)</source>
        <translation>({0} in all)</translation>
    </message>
    <message>
        <source>ほか {0}件(うち超過 {1}件)を続けて表示</source>
        <translation>Show more: {0} others ({1} late)</translation>
    </message>
    <message>
        <source>まだ確認していないお知らせです。タスクの期限のほか、受付期間と満了日も数えます。</source>
        <translation>Reminders not noted yet. Besides tasks, the window and the expiry count too.</translation>
    </message>
    <message>
        <source>いま出ているお知らせを確認済みにします。次に開いても出ません。タスクはそのままです。</source>
        <translation>Note these reminders: they do not come again with the next start. The tasks stay as they are.</translation>
    </message>
    <message>
        <source>(新しいもの {0}件。ほかに確認済み {1}件)</source>
        <translation>({0} new; {1} noted before)</translation>
    </message>
    <message>
        <source>明日</source>
        <translation>Tomorrow</translation>
    </message>
    <message>
        <source>3日後</source>
        <translation>In 3 days</translation>
    </message>
    <message>
        <source>1週間後</source>
        <translation>In a week</translation>
    </message>
    <message>
        <source>期限の日</source>
        <translation>On the day it is due</translation>
    </message>
    <message>
        <source>あとで</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>止める…</source>
        <translation>Stop…</translation>
    </message>
    <message>
        <source>止める理由</source>
        <translation>Reason for stopping</translation>
    </message>
    <message>
        <source>止める理由(必須) 例: 代理人が手続き済み</source>
        <translation>Reason (required), such as: handled by our agent</translation>
    </message>
    <message>
        <source>止める</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>やめる</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>EventForm</name>
    <message>
        <source>登録(&amp;R)</source>
        <translation>Ente&amp;r</translation>
    </message>
    <message>
        <source>キャンセル</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>何が起きたか</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>例: 本店の移転、○○データの持ち出し</source>
        <translation>e.g. head office moved, customer data taken out</translation>
    </message>
    <message>
        <source>チェックリスト(&amp;L)</source>
        <translation>Check&amp;list</translation>
    </message>
    <message>
        <source>発生を登録</source>
        <translation>Enter an event</translation>
    </message>
    <message>
        <source>起きたことを登録すると、その日から期限を数えるタスクが一組できます。何度でも登録できます。</source>
        <translation>Enter what happened to make a set of tasks with due dates counted from that day. You can do this as often as needed.</translation>
    </message>
    <message>
        <source>発生から数える項目のあるチェックリストがありません。</source>
        <translation>No checklist has items that count from an event.</translation>
    </message>
    <message>
        <source>何が起きたかを入力すると登録できます。</source>
        <translation>Write what happened to enter the event.</translation>
    </message>
    <message>
        <source>日付を確かめてください。</source>
        <translation>Please check the date.</translation>
    </message>
    <message>
        <source>先の日付です。予定として登録する場合はこのままで構いません。</source>
        <translation>This day lies ahead. That is fine if the event is planned.</translation>
    </message>
    <message>
        <source>発生日から数える(&amp;Y)</source>
        <translation>Count from the &amp;day of the event</translation>
    </message>
    <message>
        <source>知った日から数える(&amp;K)</source>
        <translation>Count from the day of &amp;knowing</translation>
    </message>
</context>
<context>
    <name>EventPreview</name>
    <message>
        <source>できるタスク</source>
        <translation>Tasks to be made</translation>
    </message>
    <message>
        <source>できるタスク {0}件</source>
        <translation>Tasks to be made: {0}</translation>
    </message>
</context>
<context>
    <name>EvidenceBox</name>
    <message>
        <source>まだ証跡がありません。ファイルをここへドラッグしても追加できます。</source>
        <translation>No evidence yet. You can also drag files here.</translation>
    </message>
    <message>
        <source>証跡</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>ファイル…</source>
        <translation>File…</translation>
    </message>
    <message>
        <source>リンク…</source>
        <translation>Link…</translation>
    </message>
    <message>
        <source>紙の保管場所…</source>
        <translation>Paper…</translation>
    </message>
    <message>
        <source>登録済みから…</source>
        <translation>Existing…</translation>
    </message>
    <message>
        <source>開く</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>取り下げ…</source>
        <translation>Retire…</translation>
    </message>
    <message>
        <source>証跡を取り込んでいます: {0}</source>
        <translation>Attaching evidence: {0}</translation>
    </message>
    <message>
        <source>リンクの追加</source>
        <translation>Add a link</translation>
    </message>
    <message>
        <source>証跡のアドレス(https://…)</source>
        <translation>Address of the evidence (https://…)</translation>
    </message>
    <message>
        <source>紙の保管場所の追加</source>
        <translation>Add a place of paper</translation>
    </message>
    <message>
        <source>保管場所(例: 本社3階 書庫A-2 ファイルNo.12)</source>
        <translation>Place (e.g. head office 3F, archive A-2, file no. 12)</translation>
    </message>
    <message>
        <source>登録済みの証跡から選ぶ</source>
        <translation>Choose existing evidence</translation>
    </message>
    <message>
        <source>このタスクにも付ける証跡</source>
        <translation>Evidence to attach to this task too</translation>
    </message>
    <message>
        <source>証跡の取り下げ</source>
        <translation>Retire evidence</translation>
    </message>
    <message>
        <source>取り下げる理由(この証跡を使うすべてのタスクから外れます)</source>
        <translation>Reason for retiring (it is taken off every task that uses it)</translation>
    </message>
</context>
<context>
    <name>EvidenceFacts</name>
    <message>
        <source>コピー</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>ファイルの指紋です。追加した時の中身から計算し、差し替えれば一致しません。</source>
        <translation>The fingerprint of the file as it was attached. It no longer matches if the file is replaced.</translation>
    </message>
    <message>
        <source>ほか{0}件</source>
        <translation>and {0} more</translation>
    </message>
    <message>
        <source>付いているタスクはありません</source>
        <translation>Not attached to any task</translation>
    </message>
    <message>
        <source>タスク: {0}</source>
        <translation>Tasks: {0}</translation>
    </message>
    <message>
        <source>リンク: {0}</source>
        <translation>Link: {0}</translation>
    </message>
    <message>
        <source>保管場所: {0}</source>
        <translation>Place: {0}</translation>
    </message>
    <message>
        <source>大きさ: {0}バイト</source>
        <translation>Size: {0} bytes</translation>
    </message>
</context>
<context>
    <name>EvidencePage</name>
    <message>
        <source>証跡</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>番号・名称・場所・タスクから探す</source>
        <translation>Search no., name, place or task</translation>
    </message>
    <message>
        <source>証跡を探す</source>
        <translation>Search evidence</translation>
    </message>
    <message>
        <source>タスクへ移動</source>
        <translation>Go to task</translation>
    </message>
    <message>
        <source>取り下げも表示(&amp;R)</source>
        <translation>Show &amp;retired</translation>
    </message>
    <message>
        <source>開く(&amp;O)</source>
        <translation>&amp;Open</translation>
    </message>
    <message>
        <source>タスクへ移動(&amp;T)</source>
        <translation>Go to &amp;task</translation>
    </message>
    <message>
        <source>取り下げ(&amp;D)…</source>
        <translation>Ret&amp;ire…</translation>
    </message>
    <message>
        <source>{1}件のうち {0}件</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>{0}件</source>
        <translation>{0} in all</translation>
    </message>
    <message>
        <source>探した言葉を含む証跡はありません。別の言葉で探すか、検索欄を空にしてください。</source>
        <translation>No evidence holds these words. Please try others, or clear the search.</translation>
    </message>
    <message>
        <source>使用中の証跡はありません。取り下げた証跡は「取り下げも表示」で見られます。</source>
        <translation>No evidence is in use. Tick “Show retired” to see what was retired.</translation>
    </message>
    <message>
        <source>証跡はまだありません。チェックリストでタスクを選び、その行へファイルをドラッグするか、右の「証跡」からファイル・リンク・紙の保管場所を追加してください。</source>
        <translation>No evidence yet. Choose a task in a checklist and drag a file onto its row, or add a file, a link or the place of a paper under “Evidence” on the right.</translation>
    </message>
    <message>
        <source>この証跡が付いているタスク</source>
        <translation>Tasks with this evidence</translation>
    </message>
    <message>
        <source>証跡の取り下げ</source>
        <translation>Retire evidence</translation>
    </message>
    <message>
        <source>{0} を取り下げる理由(この証跡を使うすべてのタスクから外れます)</source>
        <translation>Reason for retiring {0} (it is taken off every task that uses it)</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>絞り込み</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>すべて解除</source>
        <translation>Clear all</translation>
    </message>
    <message>
        <source>押すと外します</source>
        <translation>Press to remove</translation>
    </message>
    <message>
        <source>{0} を外す</source>
        <translation>Remove {0}</translation>
    </message>
    <message>
        <source>絞り込みをやり直す</source>
        <translation>Filter again</translation>
    </message>
    <message>
        <source>ほか{0}件は検索で絞り込めます</source>
        <translation>{0} more: use the search</translation>
    </message>
    <message>
        <source>(ありません)</source>
        <translation>(none)</translation>
    </message>
</context>
<context>
    <name>HolidayBackCard</name>
    <message>
        <source>計算に戻す(&amp;B)</source>
        <translation>Compute again (&amp;B)</translation>
    </message>
    <message>
        <source>やめる</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>{0}年の祝日を計算に戻す</source>
        <translation>Compute the holidays of {0} again</translation>
    </message>
    <message>
        <source>「{0}」から取り込んだ祝日の代わりに、プログラムの計算を使います。</source>
        <translation>Instead of the holidays taken from “{0}”, those that the program computes are used.</translation>
    </message>
    <message>
        <source>計算した祝日と違う日: {0}日</source>
        <translation>Days that differ from the computed holidays: {0}</translation>
    </message>
    <message>
        <source>計算した祝日との違いはありません。</source>
        <translation>There is no difference from the computed holidays.</translation>
    </message>
</context>
<context>
    <name>HolidayIntakeCard</name>
    <message>
        <source>取り込む(&amp;I)</source>
        <translation>Take &amp;in</translation>
    </message>
    <message>
        <source>やめる</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>問題が {0}件あります。何も取り込んでいません。</source>
        <translation>{0} problems. Nothing was taken in.</translation>
    </message>
    <message>
        <source>「{0}」は取り込めません</source>
        <translation>“{0}” cannot be taken in</translation>
    </message>
    <message>
        <source>「{0}」の取り込み</source>
        <translation>Taking in “{0}”</translation>
    </message>
    <message>
        <source>全{0}日のうち、この周期に関わる {1}〜{2}年の{3}日を使います。</source>
        <translation>Of {0} days in all, those of {1} to {2} matter to this cycle: {3} are used.</translation>
    </message>
    <message>
        <source>すでに取り込んだ内容と同じです。取り込む必要はありません。</source>
        <translation>It is the same as what was taken in before. There is no need to.</translation>
    </message>
    <message>
        <source>計算した祝日と違う日: {0}日</source>
        <translation>Days that differ from the computed holidays: {0}</translation>
    </message>
    <message>
        <source>計算した祝日との違いはありません。</source>
        <translation>No difference from the computed holidays.</translation>
    </message>
</context>
<context>
    <name>HolidaysCard</name>
    <message>
        <source>日付</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>内閣府の祝日CSVを取り込む…</source>
        <translation>Take in the Cabinet Office&apos;s list…</translation>
    </message>
    <message>
        <source>この年を計算に戻す…</source>
        <translation>Compute this year again…</translation>
    </message>
    <message>
        <source>国民の祝日</source>
        <translation>National holidays</translation>
    </message>
    <message>
        <source>前の年</source>
        <translation>Year before</translation>
    </message>
    <message>
        <source>次の年</source>
        <translation>Year after</translation>
    </message>
    <message>
        <source>{0}年</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>{0}日  出典: {1}</source>
        <translation>{0} days   Source: {1}</translation>
    </message>
</context>
<context>
    <name>Launcher</name>
    <message>
        <source>{0} は紙です。保管場所: {1}</source>
        <translation>{0} is paper. Place: {1}</translation>
    </message>
    <message>
        <source>{0} はプログラムやマクロを含むおそれがあるため、開かずにフォルダを表示します。</source>
        <translation>{0} may hold a program or macros, so it was not opened. Its folder is shown instead.</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>過年度分</source>
        <translation>Past years</translation>
    </message>
    <message>
        <source>31日以上先</source>
        <translation>Later than 30 days</translation>
    </message>
</context>
<context>
    <name>ListRows</name>
    <message>
        <source>名前を変える</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>{0}項目</source>
        <translation>{0} items</translation>
    </message>
    <message>
        <source>{0}項目・タスク{1}件(未完了{2}件)</source>
        <translation>{0} items, {1} tasks ({2} open)</translation>
    </message>
    <message>
        <source>自社 {0}</source>
        <translation>our own, {0}</translation>
    </message>
    <message>
        <source>必須・</source>
        <translation>needed, </translation>
    </message>
    <message>
        <source>{0}{1}版 {2}</source>
        <translation>{0}version {1}, {2}</translation>
    </message>
</context>
<context>
    <name>ListTable</name>
    <message>
        <source>選んだ行をコピー</source>
        <translation>Copy the chosen rows</translation>
    </message>
</context>
<context>
    <name>ListsForm</name>
    <message>
        <source>ファイルから取り込む(&amp;T)…</source>
        <translation>&amp;Take in from a file…</translation>
    </message>
    <message>
        <source>使うチェックリスト</source>
        <translation>Checklists in use</translation>
    </message>
    <message>
        <source>外したチェックリストのタスクは一覧から消えますが、状態・備考・証跡は残り、また使うと元どおり戻ります。</source>
        <translation>The tasks of a list that is off are not shown, but keep state, notes and evidence, and come back with it.</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>変更履歴</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>名前・対象・内容から探す</source>
        <translation>Search name, target or content</translation>
    </message>
    <message>
        <source>変更履歴を探す</source>
        <translation>Search the log</translation>
    </message>
    <message>
        <source>{0}件</source>
        <translation>{0} entries</translation>
    </message>
    <message>
        <source>{0}件 (検索中…)</source>
        <translation>{0} (searching…)</translation>
    </message>
    <message>
        <source>{1}件のうち {0}件</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>最新ハッシュ {0}</source>
        <translation>Newest hash {0}</translation>
    </message>
    <message>
        <source>履歴全体の指紋です。履歴を1か所でも書き換えたり末尾を消したりすると変わります。書き出した証跡台帳にも同じ値が載るので、後から見比べて確かめられます。</source>
        <translation>The fingerprint of the whole log. It changes if any entry is edited or the end is removed. The evidence workbook holds the same value, so you can compare them later.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>ファイル(&amp;F)</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>新しく作る(&amp;N)…</source>
        <translation>&amp;New…</translation>
    </message>
    <message>
        <source>開く(&amp;O)…</source>
        <translation>&amp;Open…</translation>
    </message>
    <message>
        <source>最近使ったファイル(&amp;R)</source>
        <translation>Open &amp;recent</translation>
    </message>
    <message>
        <source>サンプルで試す(&amp;S)</source>
        <translation>Try the &amp;sample</translation>
    </message>
    <message>
        <source>証跡台帳(Excel)を書き出す(&amp;E)…</source>
        <translation>&amp;Export evidence workbook (Excel)…</translation>
    </message>
    <message>
        <source>予定表(.ics)に書き出す(&amp;I)…</source>
        <translation>Write a calendar (.&amp;ics)…</translation>
    </message>
    <message>
        <source>担当者へのメール下書き(&amp;M)…</source>
        <translation>&amp;Mail draft to an owner…</translation>
    </message>
    <message>
        <source>チェックリストを取り込む(&amp;L)…</source>
        <translation>Take in a check&amp;list…</translation>
    </message>
    <message>
        <source>点検(&amp;C)</source>
        <translation>&amp;Check the file</translation>
    </message>
    <message>
        <source>閉じる(&amp;W)</source>
        <translation>Close &amp;workspace</translation>
    </message>
    <message>
        <source>チェックリストのひな型(Excel)(&amp;T)…</source>
        <translation>Checklist &amp;form (Excel)…</translation>
    </message>
    <message>
        <source>終了(&amp;X)</source>
        <translation>E&amp;xit</translation>
    </message>
    <message>
        <source>編集(&amp;E)</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>ヘルプ(&amp;H)</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>キー操作の一覧(&amp;K)</source>
        <translation>&amp;Keyboard shortcuts</translation>
    </message>
    <message>
        <source>このプログラムについて(&amp;A)</source>
        <translation>&amp;About this program</translation>
    </message>
    <message>
        <source>操作の一覧(&amp;L)</source>
        <translation>&amp;List of steps</translation>
    </message>
    <message>
        <source>まだ保存していない入力があります。</source>
        <translation>Something you typed is not saved yet.</translation>
    </message>
    <message>
        <source>元に戻す:</source>
        <translation>Undo:</translation>
    </message>
    <message>
        <source>やり直す:</source>
        <translation>Redo:</translation>
    </message>
    <message>
        <source>作成しました。</source>
        <translation>The workspace was created.</translation>
    </message>
    <message>
        <source>キー操作の一覧</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>点検しました。異常はありません。</source>
        <translation>Checked. Nothing is wrong.</translation>
    </message>
    <message>
        <source>ほか{0}件</source>
        <translation>and {0} more</translation>
    </message>
    <message>
        <source>書き出しました: {0}</source>
        <translation>Written: {0}</translation>
    </message>
    <message>
        <source>開く</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>フォルダを開く</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>一覧を見る</source>
        <translation>Show the list</translation>
    </message>
    <message>
        <source>タスク</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>列</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>入れようとした内容</source>
        <translation>What was to be entered</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>変更していないセル</source>
        <translation>Cells that were not changed</translation>
    </message>
    <message>
        <source>入力に戻る</source>
        <translation>Back to the input</translation>
    </message>
    <message>
        <source>プログラムの不具合が起きました。保存済みの内容は無事です。報告(個人情報を含みません): {0}</source>
        <translation>The program made a mistake. What was saved is safe. Report (without personal data): {0}</translation>
    </message>
    <message>
        <source>設定を保存しました。</source>
        <translation>The settings were saved.</translation>
    </message>
    <message>
        <source>配色は、次に開いたときから変わります。</source>
        <translation> The colours change when you open the file again.</translation>
    </message>
    <message>
        <source>保存せずに閉じる</source>
        <translation>Close without saving</translation>
    </message>
    <message>
        <source>戻る</source>
        <translation>Go back</translation>
    </message>
    <message>
        <source>入力中のセルを保存できません。
{0}</source>
        <translation>What is typed in a cell cannot be saved.
{0}</translation>
    </message>
    <message>
        <source>入力を捨てて続ける</source>
        <translation>Discard it and go on</translation>
    </message>
    <message>
        <source>Pマーク更新デスク {0}

プライバシーマークの更新を、満了日から逆算して進めるためのプログラムです。
MITライセンス。文字と画像のライセンスは resources フォルダにあります。
プライバシーマークは一般財団法人日本情報経済社会推進協会の登録商標です。</source>
        <translation>P-mark Renewal Desk {0}

A program to work through the renewal of the Privacy Mark, counted back from its last day of validity.
MIT licence. The licences of fonts and icons are in the folder resources.
The Privacy Mark is a registered trademark of JIPDEC.</translation>
    </message>
</context>
<context>
    <name>MapCard</name>
    <message>
        <source>2年間の記録</source>
        <translation>Records of two years</translation>
    </message>
    <message>
        <source>証跡あり/タスク   審査対象期間 {0} – {1}</source>
        <translation>Proved/tasks   Review period {0} – {1}</translation>
    </message>
    <message>
        <source>◥ 記録なし {0}か月</source>
        <translation>◥ Months without a record: {0}</translation>
    </message>
    <message>
        <source>記録のない月はありません</source>
        <translation>No month is without a record</translation>
    </message>
</context>
<context>
    <name>MapTable</name>
    <message>
        <source>2年間の記録</source>
        <translation>Records of two years</translation>
    </message>
    <message>
        <source>このチェックリストを開く</source>
        <translation>Open this checklist</translation>
    </message>
</context>
<context>
    <name>MessageStrip</name>
    <message>
        <source>中止</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>読み取り専用</source>
        <translation>Read-only</translation>
    </message>
    <message>
        <source>保存済み {0}</source>
        <translation>Saved {0}</translation>
    </message>
</context>
<context>
    <name>MonthView</name>
    <message>
        <source>選んだ日のタスク</source>
        <translation>Tasks of the chosen day</translation>
    </message>
    <message>
        <source>Enterで開く、Alt+←→で1日ずつ移動(Shiftも押すと営業日)</source>
        <translation>Enter opens, Alt+←→ moves by a day (with Shift by a business day)</translation>
    </message>
    <message>
        <source>期限のタスクはありません</source>
        <translation>No task is due</translation>
    </message>
</context>
<context>
    <name>MovesCard</name>
    <message>
        <source>変更で動くタスク</source>
        <translation>Tasks that the change moves</translation>
    </message>
    <message>
        <source>保存するとこう変わります</source>
        <translation>What saving this does</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>ページ</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>すべてのタスク</source>
        <translation>All tasks</translation>
    </message>
    <message>
        <source>概況</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Deadlines</translation>
    </message>
    <message>
        <source>証跡</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>変更履歴</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>設定</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>NewForm</name>
    <message>
        <source>計算された日付</source>
        <translation>Computed dates</translation>
    </message>
    <message>
        <source>作成(&amp;C)…</source>
        <translation>&amp;Create…</translation>
    </message>
    <message>
        <source>キャンセル</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>{0}(必須)</source>
        <translation>{0} (required)</translation>
    </message>
    <message>
        <source>登録証のとおりの事業者名</source>
        <translation>As written on the certificate</translation>
    </message>
    <message>
        <source>例: 2028/03/31、R10.3.31</source>
        <translation>e.g. 2028/03/31</translation>
    </message>
    <message>
        <source>例: 12345678(01)</source>
        <translation>e.g. 12345678(01)</translation>
    </message>
    <message>
        <source>月-日。教育や監査の年度の初日</source>
        <translation>Month-day: first day of the year of training and audits</translation>
    </message>
    <message>
        <source>{0}項目</source>
        <translation>({0} items)</translation>
    </message>
    <message>
        <source>満了日は、登録証に印字された有効期間の最終日です(付与日ではありません)。</source>
        <translation>The last day of validity is printed on the certificate (it is not the day the mark was granted).</translation>
    </message>
    <message>
        <source>新しいワークスペース</source>
        <translation>New workspace</translation>
    </message>
    <message>
        <source>使うチェックリスト</source>
        <translation>Checklists to use</translation>
    </message>
    <message>
        <source>更新の5つの要点</source>
        <translation>The five points of renewal</translation>
    </message>
    <message>
        <source>業務に当てはまるときに使うもの</source>
        <translation>To use where they apply to your work</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{0}を入力すると作成できます。</source>
        <translation>Still needed: {0}</translation>
    </message>
    <message>
        <source>チェックリストを1つ以上選んでください。</source>
        <translation>Please choose at least one checklist.</translation>
    </message>
    <message>
        <source>{0}を確かめてください。</source>
        <translation>Please check: {0}</translation>
    </message>
    <message>
        <source>満了日を入力すると、受付期間や申請の期限がここに表示されます。</source>
        <translation>Enter the last day of validity to see the window and the due of the application here.</translation>
    </message>
    <message>
        <source>入力を確かめると、日付がここに表示されます。</source>
        <translation>Please check the fields to see the dates here.</translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message>
        <source>今やる1件</source>
        <translation>Do this now</translation>
    </message>
    <message>
        <source>開く</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>申請日を登録</source>
        <translation>Enter the day</translation>
    </message>
    <message>
        <source>日付を登録</source>
        <translation>Enter the dates</translation>
    </message>
</context>
<context>
    <name>OrganisationForm</name>
    <message>
        <source>例: 12345678(01)</source>
        <translation>e.g. 12345678(01)</translation>
    </message>
    <message>
        <source>例: 担当部署、電話、メール</source>
        <translation>e.g. department, phone, mail</translation>
    </message>
    <message>
        <source>例: 様式8(証跡台帳の表紙に載ります)</source>
        <translation>e.g. Form 8 (shown on the cover)</translation>
    </message>
    <message>
        <source>例: 1.0</source>
        <translation>e.g. 1.0</translation>
    </message>
    <message>
        <source>例: ver1.0</source>
        <translation>e.g. ver1.0</translation>
    </message>
    <message>
        <source>ここの内容は、証跡台帳(Excel)の表紙にそのまま印刷されます。</source>
        <translation>All of this is printed on the cover of the evidence workbook (Excel).</translation>
    </message>
</context>
<context>
    <name>OverviewLists</name>
    <message>
        <source>期限を過ぎたタスクはありません。</source>
        <translation>Nothing is late.</translation>
    </message>
    <message>
        <source>30日以内に期限の来るタスクはありません。</source>
        <translation>Nothing is due within 30 days.</translation>
    </message>
    <message>
        <source>起点待ち: {0}</source>
        <translation>Waiting: {0}</translation>
    </message>
</context>
<context>
    <name>OwnItemForm</name>
    <message>
        <source>チェックリスト(&amp;L)</source>
        <translation>Check&amp;list</translation>
    </message>
    <message>
        <source>実施項目(&amp;T)</source>
        <translation>I&amp;tem</translation>
    </message>
    <message>
        <source>進め方(&amp;G)</source>
        <translation>&amp;Guidance</translation>
    </message>
    <message>
        <source>確認方法・証跡(&amp;V)</source>
        <translation>Expected e&amp;vidence</translation>
    </message>
    <message>
        <source>指針項番(&amp;C)</source>
        <translation>&amp;Clause</translation>
    </message>
    <message>
        <source>役割(&amp;O)</source>
        <translation>R&amp;ole</translation>
    </message>
    <message>
        <source>担当(&amp;W)</source>
        <translation>O&amp;wner</translation>
    </message>
    <message>
        <source>PDCA(&amp;P)</source>
        <translation>&amp;PDCA</translation>
    </message>
    <message>
        <source>頻度(&amp;R)</source>
        <translation>&amp;Repeat</translation>
    </message>
    <message>
        <source>社内期限(&amp;U)</source>
        <translation>D&amp;ue</translation>
    </message>
    <message>
        <source>期限の決まり(&amp;D)</source>
        <translation>Rule of &amp;due</translation>
    </message>
    <message>
        <source>着手の目安(期限の何日前)(&amp;B)</source>
        <translation>&amp;Begin (days before the due)</translation>
    </message>
    <message>
        <source>例: 支店の入退室記録の棚卸し</source>
        <translation>Like: review of the entry records of the branch</translation>
    </message>
    <message>
        <source>空なら役割の担当者</source>
        <translation>Empty: who holds the role</translation>
    </message>
    <message>
        <source>日前から</source>
        <translation>days before the due</translation>
    </message>
    <message>
        <source>あとでもよい</source>
        <translation>May be left for later</translation>
    </message>
    <message>
        <source>保存(&amp;S)</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>キャンセル</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>独自項目 {0} を編集</source>
        <translation>Edit the own item {0}</translation>
    </message>
    <message>
        <source>独自タスクを追加</source>
        <translation>Add an own task</translation>
    </message>
</context>
<context>
    <name>OwnListRow</name>
    <message>
        <source>自社チェックリストの名前(&amp;N)</source>
        <translation>&amp;Name of an own checklist</translation>
    </message>
    <message>
        <source>例: 支店の点検</source>
        <translation>Like: checks of the branch</translation>
    </message>
    <message>
        <source>記号(空なら自動)(&amp;K)</source>
        <translation>&amp;Key (empty: made)</translation>
    </message>
    <message>
        <source>やめる</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>追加(&amp;A)</source>
        <translation>&amp;Add</translation>
    </message>
    <message>
        <source>名前を変える</source>
        <translation>Rename</translation>
    </message>
</context>
<context>
    <name>PreferencesForm</name>
    <message>
        <source>変更履歴に残る名前(&amp;A)</source>
        <translation>N&amp;ame in the log</translation>
    </message>
    <message>
        <source>起動したら、最後に使ったファイルを開く(&amp;L)</source>
        <translation>Open the &amp;last file at start</translation>
    </message>
    <message>
        <source>通知領域(トレイ)にお知らせの件数を表示する(&amp;Y)</source>
        <translation>Show the count of reminders in the notification area (tra&amp;y)</translation>
    </message>
    <message>
        <source>言語 / Language(&amp;G)</source>
        <translation>Lan&amp;guage</translation>
    </message>
    <message>
        <source>色(&amp;T)</source>
        <translation>&amp;Theme</translation>
    </message>
    <message>
        <source>この設定はこのパソコンに保存され、ファイル(.pmark)には入りません。</source>
        <translation>These settings are kept on this computer, not in the file (.pmark).</translation>
    </message>
    <message>
        <source>空欄ならパソコンの利用者名({0})</source>
        <translation>If empty: your account name ({0})</translation>
    </message>
    <message>
        <source>言語は次に起動したときから変わります。 / The language changes at the next start.</source>
        <translation>The language changes at the next start.</translation>
    </message>
    <message>
        <source>パソコンの設定に合わせる</source>
        <translation>Same as this computer</translation>
    </message>
    <message>
        <source>明るい</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>暗い</source>
        <translation>Dark</translation>
    </message>
</context>
<context>
    <name>ProgressCard</name>
    <message>
        <source>チェックリストの進み具合</source>
        <translation>Progress of the checklists</translation>
    </message>
    <message>
        <source>超過 {0}</source>
        <translation>{0} late</translation>
    </message>
</context>
<context>
    <name>ProspectFacts</name>
    <message>
        <source>申請の{0}</source>
        <translation>{0} (application)</translation>
    </message>
    <message>
        <source>{0}件</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>(うち過年度分 {0}件)</source>
        <translation>({0} of past years)</translation>
    </message>
    <message>
        <source>タスク</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>申請の受付期間</source>
        <translation>Filing window</translation>
    </message>
    <message>
        <source>最終日が審査機関の休業日のため、{0}まで受け付けられる見込みです。計画では当てにしません。</source>
        <translation>The body is closed on the last day, so applications are expected to be taken until {0}. Do not plan with it.</translation>
    </message>
    <message>
        <source>審査対象期間</source>
        <translation>Review period</translation>
    </message>
    <message>
        <source>審査機関の回答による受付期間です。</source>
        <translation>The window is as the assessment body answered.</translation>
    </message>
    <message>
        <source>公表の規則: 満了日の8か月前の翌日から4か月前の日まで</source>
        <translation>Published rule: from the day after 8 months before the last day of validity to the day 4 months before it</translation>
    </message>
    <message>
        <source>要照会: 月末の数え方が公表の規則では決まらないため、安全側(遅い開始日・早い最終日)を示しています。審査機関に照会してください。</source>
        <translation>The published rule does not say how to count month ends, so the safe side is shown (later start, earlier last day). Please ask the assessment body.</translation>
    </message>
    <message>
        <source>{0}  あと{1}日</source>
        <translation>{0}  {1} days left</translation>
    </message>
    <message>
        <source>{0}  {1}日経過</source>
        <translation>{0}  {1} days ago</translation>
    </message>
</context>
<context>
    <name>ReasonBar</name>
    <message>
        <source>理由(&amp;W)</source>
        <translation>&amp;Why</translation>
    </message>
    <message>
        <source>やめる</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>RecentRow</name>
    <message>
        <source>一覧から外す</source>
        <translation>Take off the list</translation>
    </message>
    <message>
        <source>見つかりません</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>開けません</source>
        <translation>Cannot be opened</translation>
    </message>
    <message>
        <source>満了から {0}日</source>
        <translation>Expired {0} days ago</translation>
    </message>
    <message>
        <source>満了まで あと{0}日</source>
        <translation>{0} days to expiry</translation>
    </message>
</context>
<context>
    <name>ReminderForm</name>
    <message>
        <source>既定に戻す(&amp;D)</source>
        <translation>&amp;Defaults</translation>
    </message>
    <message>
        <source>日前</source>
        <translation>days before</translation>
    </message>
    <message>
        <source>タスクの期限</source>
        <translation>Due dates of tasks</translation>
    </message>
    <message>
        <source>受付開始日と受付最終日</source>
        <translation>First and last day to apply</translation>
    </message>
    <message>
        <source>満了日</source>
        <translation>Last day of validity</translation>
    </message>
    <message>
        <source>か月前</source>
        <translation>months before</translation>
    </message>
    <message>
        <source>空欄なら、前もっては知らせません</source>
        <translation>Empty: nothing in advance</translation>
    </message>
    <message>
        <source>着手の時期にも知らせる(項目ごとの着手から期限までの日数)</source>
        <translation>Also when it is time to begin (days from start to due of each item)</translation>
    </message>
    <message>
        <source>期限を過ぎたら</source>
        <translation>Once the due date has passed</translation>
    </message>
    <message>
        <source>日ごとに、終わるまで</source>
        <translation>days apart, until it is done</translation>
    </message>
    <message>
        <source>お知らせの時期</source>
        <translation>When to remind</translation>
    </message>
    <message>
        <source>数字を「, 」で区切って並べます(0 は当日)。プログラムを閉じていた間の分は、次に開いたときにまとめて知らせます。過年度分は知らせません。</source>
        <translation>Numbers with commas between (0 is the day itself). What came up while the program was closed is told together at the next start. Past years are never reminded of.</translation>
    </message>
    <message>
        <source>この設定はファイル(.pmark)に入り、みんなに共通です。知らせ済み・あとで・止めた理由の記録は、このパソコンのあなたのフォルダだけに残ります。</source>
        <translation>These settings are kept in the file (.pmark) and hold for everybody. What was given, put off or stopped is recorded only in your own folder on this computer.</translation>
    </message>
    <message>
        <source>このファイルのお知らせの設定を読めないため、既定の時期を使っています。保存すると直ります。</source>
        <translation>The reminder settings of this file cannot be read, so the default times are used. Saving mends it.</translation>
    </message>
</context>
<context>
    <name>RetireBar</name>
    <message>
        <source>{0} を取り下げます。タスク{1}件がすべて一覧から外れます。証跡{2}件は残り、あとで戻せます。</source>
        <translation>Retire {0}: all its tasks ({1}) leave the list. Evidence ({2}) stays, and all can be brought back.</translation>
    </message>
    <message>
        <source>取り下げる(&amp;R)</source>
        <translation>&amp;Retire</translation>
    </message>
</context>
<context>
    <name>RetiredPage</name>
    <message>
        <source>取り下げたタスク</source>
        <translation>Retired tasks</translation>
    </message>
    <message>
        <source>選んだものを一覧に戻す(&amp;B)</source>
        <translation>&amp;Bring back the chosen ones</translation>
    </message>
    <message>
        <source>タスクへ戻る</source>
        <translation>Back to the tasks</translation>
    </message>
    <message>
        <source>取り下げたタスクはありません。</source>
        <translation>No task is retired.</translation>
    </message>
    <message>
        <source>取り下げた項目のタスクは、状態・備考・証跡を残して一覧から外してあります。戻すと、未完了のものの期限は今の決まりの日になります。</source>
        <translation>The tasks of retired items keep state, notes and evidence but are off the list. Brought back, open ones get the dates that their rules give now.</translation>
    </message>
</context>
<context>
    <name>RoleModel</name>
    <message>
        <source>未完了のタスク</source>
        <translation>Open tasks</translation>
    </message>
</context>
<context>
    <name>RolesForm</name>
    <message>
        <source>氏名を変えると、その役割の未完了のタスクの担当が一度に変わります(担当を手入力したタスクはそのまま)。空欄なら役割名が担当になります。</source>
        <translation>A new person becomes the owner of all open tasks of the role at once (owners entered by hand stay). If empty, the role itself is the owner.</translation>
    </message>
    <message>
        <source>担当割当</source>
        <translation>Roles</translation>
    </message>
</context>
<context>
    <name>RowActions</name>
    <message>
        <source>独自タスクを追加(&amp;N)…</source>
        <translation>Add an ow&amp;n task…</translation>
    </message>
    <message>
        <source>独自項目を編集(&amp;E)…</source>
        <translation>&amp;Edit the own item…</translation>
    </message>
    <message>
        <source>複製(&amp;D)</source>
        <translation>&amp;Duplicate</translation>
    </message>
    <message>
        <source>上へ(&amp;U)</source>
        <translation>&amp;Up</translation>
    </message>
    <message>
        <source>下へ(&amp;B)</source>
        <translation>Down (&amp;B)</translation>
    </message>
    <message>
        <source>取り下げる(&amp;R)…</source>
        <translation>&amp;Retire…</translation>
    </message>
    <message>
        <source>取り下げたタスク(&amp;T)…</source>
        <translation>Re&amp;tired tasks…</translation>
    </message>
    <message>
        <source>行の操作</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>取り下げたタスク {0}件(&amp;T)…</source>
        <translation>Re&amp;tired tasks ({0})…</translation>
    </message>
</context>
<context>
    <name>RuleField</name>
    <message>
        <source>起点の項目</source>
        <translation>Item to count from</translation>
    </message>
    <message>
        <source>数</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>単位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>前か後か</source>
        <translation>Before or after</translation>
    </message>
    <message>
        <source>指定した日</source>
        <translation>A fixed day</translation>
    </message>
    <message>
        <source>なし(日付を直接入力する)</source>
        <translation>None (type a date)</translation>
    </message>
    <message>
        <source>ほかの項目の実施日</source>
        <translation>Another item done</translation>
    </message>
    <message>
        <source>前</source>
        <translation>before</translation>
    </message>
    <message>
        <source>後</source>
        <translation>after</translation>
    </message>
</context>
<context>
    <name>SaveBar</name>
    <message>
        <source>保存(&amp;S)</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>元の値に戻す(&amp;R)</source>
        <translation>&amp;Revert</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>未保存: {0}</source>
        <translation>Not saved: {0}</translation>
    </message>
    <message>
        <source>保存しました。</source>
        <translation>Saved.</translation>
    </message>
</context>
<context>
    <name>ScheduleForm</name>
    <message>
        <source>知らせる時刻(&amp;T)</source>
        <translation>Time of da&amp;y</translation>
    </message>
    <message>
        <source>同意して登録(&amp;K)</source>
        <translation>A&amp;gree and register</translation>
    </message>
    <message>
        <source>登録をやめる(&amp;D)</source>
        <translation>Re&amp;move the entry</translation>
    </message>
    <message>
        <source>プログラムを閉じている間も知らせる</source>
        <translation>Reminders while the program is closed</translation>
    </message>
    <message>
        <source>プログラムを開いていなくても、毎日決まった時刻に期限を調べ、知らせることがあればデスクトップに通知します。</source>
        <translation>Every day at a set time the deadlines are looked at, and you are notified on the desktop if there is something to tell, even if the program is not open.</translation>
    </message>
    <message>
        <source>対象のファイル(&amp;J)</source>
        <translation>&amp;Files to look at</translation>
    </message>
    <message>
        <source>登録する内容</source>
        <translation>What will be registered</translation>
    </message>
    <message>
        <source>登録の状態を調べています…</source>
        <translation>Looking at what is registered…</translation>
    </message>
    <message>
        <source>次回: {0}</source>
        <translation>Next: {0}</translation>
    </message>
    <message>
        <source>時刻を直すと、ここに登録する内容を表示します。</source>
        <translation>Mend the time, and what will be registered is shown here.</translation>
    </message>
    <message>
        <source>実行するコマンド: {0}</source>
        <translation>Command: {0}</translation>
    </message>
    <message>
        <source>対象の一覧の保存先: {0}</source>
        <translation>The list of files is kept in: {0}</translation>
    </message>
    <message>
        <source>登録しました。毎日 {0} に知らせます。</source>
        <translation>Registered. You are told every day at {0}.</translation>
    </message>
    <message>
        <source>登録しています…</source>
        <translation>Registering…</translation>
    </message>
    <message>
        <source>登録をやめました。閉じている間は知らせません。</source>
        <translation>The entry was removed. Nothing is told while the program is closed.</translation>
    </message>
    <message>
        <source>登録を取り消しています…</source>
        <translation>Removing the entry…</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>組織(&amp;1)</source>
        <translation>&amp;1 Organisation</translation>
    </message>
    <message>
        <source>周期(&amp;2)</source>
        <translation>&amp;2 Cycle</translation>
    </message>
    <message>
        <source>休業日(&amp;3)</source>
        <translation>&amp;3 Closed days</translation>
    </message>
    <message>
        <source>チェックリスト(&amp;4)</source>
        <translation>Checklists (&amp;4)</translation>
    </message>
    <message>
        <source>担当割当(&amp;5)</source>
        <translation>Roles (&amp;5)</translation>
    </message>
    <message>
        <source>お知らせ(&amp;6)</source>
        <translation>Reminders (&amp;6)</translation>
    </message>
    <message>
        <source>表示(&amp;7)</source>
        <translation>Display (&amp;7)</translation>
    </message>
</context>
<context>
    <name>ShapeMenus</name>
    <message>
        <source>この列を隠す(&amp;H)</source>
        <translation>&amp;Hide this column</translation>
    </message>
    <message>
        <source>左へ動かす(&amp;L)</source>
        <translation>Move &amp;left</translation>
    </message>
    <message>
        <source>右へ動かす(&amp;R)</source>
        <translation>Move &amp;right</translation>
    </message>
    <message>
        <source>幅を広げる(&amp;W)</source>
        <translation>&amp;Wider</translation>
    </message>
    <message>
        <source>幅を狭める(&amp;N)</source>
        <translation>&amp;Narrower</translation>
    </message>
    <message>
        <source>ここまで固定(&amp;F)</source>
        <translation>&amp;Freeze up to here</translation>
    </message>
    <message>
        <source>列を元に戻す(&amp;Z)</source>
        <translation>Reset columns (&amp;Z)</translation>
    </message>
    <message>
        <source>まとめ(&amp;G)</source>
        <translation>&amp;Group</translation>
    </message>
    <message>
        <source>すべて閉じる</source>
        <translation>Fold all</translation>
    </message>
    <message>
        <source>すべて開く</source>
        <translation>Open all</translation>
    </message>
    <message>
        <source>並べ替え(&amp;S)</source>
        <translation>&amp;Sort</translation>
    </message>
    <message>
        <source>昇順(&amp;A)</source>
        <translation>&amp;Ascending</translation>
    </message>
    <message>
        <source>降順(&amp;D)</source>
        <translation>&amp;Descending</translation>
    </message>
    <message>
        <source>昇順を並べ替えに追加</source>
        <translation>Add ascending to the order</translation>
    </message>
    <message>
        <source>降順を並べ替えに追加</source>
        <translation>Add descending to the order</translation>
    </message>
    <message>
        <source>この列の並べ替えをやめる</source>
        <translation>Do not sort by this column</translation>
    </message>
    <message>
        <source>表示する列(&amp;C)</source>
        <translation>&amp;Columns shown</translation>
    </message>
    <message>
        <source>固定する列(&amp;F)</source>
        <translation>&amp;Frozen columns</translation>
    </message>
    <message>
        <source>左から{0}列</source>
        <translation>The first {0}</translation>
    </message>
    <message>
        <source>固定しない</source>
        <translation>None</translation>
    </message>
    <message>
        <source>行の高さ(&amp;H)</source>
        <translation>Row &amp;height</translation>
    </message>
    <message>
        <source>{0}行</source>
        <translation>{0} lines</translation>
    </message>
    <message>
        <source>文字の大きさ(&amp;Z) {0}%</source>
        <translation>&amp;Zoom {0} %</translation>
    </message>
    <message>
        <source>大きく</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>小さく</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>標準(100%)</source>
        <translation>Usual (100 %)</translation>
    </message>
</context>
<context>
    <name>ShortcutList</name>
    <message>
        <source>表と一覧の中で</source>
        <translation>In tables and lists</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Pマーク更新デスク</source>
        <translation>P-mark Renewal Desk</translation>
    </message>
    <message>
        <source>プライバシーマークの更新を、登録証の満了日から逆算して進めます。</source>
        <translation>Work through the renewal of your Privacy Mark, counted back from the last day of validity.</translation>
    </message>
    <message>
        <source>最近使ったファイル</source>
        <translation>Recent files</translation>
    </message>
    <message>
        <source>新しく作る</source>
        <translation>New</translation>
    </message>
    <message>
        <source>会社名と満了日を入れると、受付期間と5つのチェックリストの期限がそろいます。</source>
        <translation>Enter your company and the last day of validity to get the window and all due dates of five checklists.</translation>
    </message>
    <message>
        <source>新しく作る(&amp;N)</source>
        <translation>&amp;New</translation>
    </message>
    <message>
        <source>開く</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>これまでのファイル(.pmark)を選んで、続きから始めます。</source>
        <translation>Choose a file (.pmark) and go on where you left off.</translation>
    </message>
    <message>
        <source>開く(&amp;O)…</source>
        <translation>&amp;Open…</translation>
    </message>
    <message>
        <source>サンプルで試す</source>
        <translation>Try the sample</translation>
    </message>
    <message>
        <source>架空の会社の更新作業です。自由に触って、使い方を確かめられます。</source>
        <translation>The renewal of an invented company. Feel free to try everything.</translation>
    </message>
    <message>
        <source>サンプルで試す(&amp;S)</source>
        <translation>Try the &amp;sample</translation>
    </message>
    <message>
        <source>まだありません。開いたファイルが、満了日までの日数とともに並びます。</source>
        <translation>None yet. Files you open are listed here with the days to expiry.</translation>
    </message>
</context>
<context>
    <name>StepPanel</name>
    <message>
        <source>操作の一覧</source>
        <translation>List of steps</translation>
    </message>
    <message>
        <source>操作の一覧を閉じる</source>
        <translation>Close the list of steps</translation>
    </message>
    <message>
        <source>閉じる(Esc)</source>
        <translation>Close (Esc)</translation>
    </message>
    <message>
        <source>行を選んで Enter で、その時点に戻せます。1つずつ変更履歴に残ります。</source>
        <translation>Enter on a row goes back to that point. Each step is in the log by itself.</translation>
    </message>
    <message>
        <source>開いてからの操作は、まだありません。</source>
        <translation>Nothing was done yet since it was opened.</translation>
    </message>
    <message>
        <source>途中で元に戻せない操作がありました。そこで止めています。理由は下に出ています。</source>
        <translation>A step on the way could not be turned, so it stopped there. The reason stands below.</translation>
    </message>
</context>
<context>
    <name>SwitchesCard</name>
    <message>
        <source>変わり方</source>
        <translation>What happens</translation>
    </message>
    <message>
        <source>適用条件で変わるタスク</source>
        <translation>Tasks that change with what applies</translation>
    </message>
    <message>
        <source>適用条件を変える(&amp;P)</source>
        <translation>A&amp;pply</translation>
    </message>
    <message>
        <source>元の値に戻す</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>当てはまらないものの印を外すと、手を付けていないタスクが対象外になります。印を戻すと、その分だけ未着手に戻ります。</source>
        <translation>Take the mark off what does not hold: tasks nobody has begun become not applicable. Put it back, and exactly those return.</translation>
    </message>
    <message>
        <source>適用条件</source>
        <translation>What applies</translation>
    </message>
    <message>
        <source>{0}項目</source>
        <translation>{0} items</translation>
    </message>
    <message>
        <source>対象外になる {0}件・未着手に戻る {1}件・そのまま残る {2}件</source>
        <translation>{0} become not applicable, {1} return to do, {2} stay as they are</translation>
    </message>
    <message>
        <source>そのまま(作業あり)</source>
        <translation>Stays (worked on)</translation>
    </message>
    <message>
        <source>対象外になる</source>
        <translation>Not applicable</translation>
    </message>
    <message>
        <source>未着手に戻る</source>
        <translation>Returns to do</translation>
    </message>
</context>
<context>
    <name>TaskPage</name>
    <message>
        <source>検索(Ctrl+F)</source>
        <translation>Search (Ctrl+F)</translation>
    </message>
    <message>
        <source>タスクの検索</source>
        <translation>Search tasks</translation>
    </message>
    <message>
        <source>ビュー</source>
        <translation>Views</translation>
    </message>
    <message>
        <source>表示</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>発生を登録</source>
        <translation>Enter an event</translation>
    </message>
    <message>
        <source>すべてのタスク</source>
        <translation>All tasks</translation>
    </message>
    <message>
        <source>{0} / {1}件</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>該当するタスクはありません。検索の言葉か絞り込みを変えてください。</source>
        <translation>No tasks match. Please change the search or the filter.</translation>
    </message>
    <message>
        <source>ビューの保存</source>
        <translation>Save view</translation>
    </message>
    <message>
        <source>ビューの名前:</source>
        <translation>Name of the view:</translation>
    </message>
    <message>
        <source>ビューの名前の変更</source>
        <translation>Rename view</translation>
    </message>
</context>
<context>
    <name>TaskTable</name>
    <message>
        <source>タスクの表</source>
        <translation>Tasks</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>開く</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>終了</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>新しいお知らせ {0}件</source>
        <translation>{0} new reminders</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>読み取り専用のため、ビューは保存できません</source>
        <translation>Read-only: views cannot be saved</translation>
    </message>
    <message>
        <source>今の表示をビューとして保存(&amp;S)…</source>
        <translation>&amp;Save what is shown as a view…</translation>
    </message>
    <message>
        <source>今の表示で置き換える(&amp;R)</source>
        <translation>&amp;Replace by what is shown</translation>
    </message>
    <message>
        <source>名前を変える(&amp;N)</source>
        <translation>Re&amp;name</translation>
    </message>
    <message>
        <source>削除(&amp;D)</source>
        <translation>&amp;Delete</translation>
    </message>
    <message>
        <source>(読めないビュー {0})</source>
        <translation>(unreadable view {0})</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>起点の日付を待つタスクはありません。</source>
        <translation>Nothing is waiting for a date.</translation>
    </message>
    <message>
        <source>{0} {1}件</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>一覧で見る({0}件)</source>
        <translation>Show all {0}</translation>
    </message>
    <message>
        <source>日付を登録</source>
        <translation>Enter the date</translation>
    </message>
    <message>
        <source>{0}を開く</source>
        <translation>Open {0}</translation>
    </message>
</context>
<context>
    <name>WindowCard</name>
    <message>
        <source>周期の日付</source>
        <translation>Dates of the cycle</translation>
    </message>
    <message>
        <source>要照会</source>
        <translation>Ask the body</translation>
    </message>
    <message>
        <source>更新の申請</source>
        <translation>Application</translation>
    </message>
    <message>
        <source>申請済</source>
        <translation>Applied</translation>
    </message>
    <message>
        <source>申請の最終日</source>
        <translation>the last day to apply</translation>
    </message>
    <message>
        <source>満了日</source>
        <translation>expiry</translation>
    </message>
    <message>
        <source>受付最終日を過ぎています。申請できるかどうかを、すぐに審査機関へ問い合わせてください。</source>
        <translation>The last day to apply has passed. Ask the assessment body now whether you can still apply.</translation>
    </message>
    <message>
        <source>満了日を過ぎています。マークの使用を続けてよいかを審査機関に確かめてください。</source>
        <translation>The mark has expired. Ask the assessment body whether you may go on using it.</translation>
    </message>
    <message>
        <source>月末の数え方が決まっていないため、安全側の日を示しています。審査機関に照会してください。</source>
        <translation>How to count from this month&apos;s end is not settled: the days shown are on the safe side. Ask the assessment body.</translation>
    </message>
</context>
<context>
    <name>WindowGauge</name>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
</context>
<context>
    <name>WorkbookAction</name>
    <message>
        <source>証跡台帳</source>
        <translation>evidence_workbook</translation>
    </message>
    <message>
        <source>証跡台帳を書き出しています…</source>
        <translation>Writing the evidence workbook…</translation>
    </message>
    <message>
        <source>証跡台帳を書き出しました: {0}</source>
        <translation>The evidence workbook was written: {0}</translation>
    </message>
    <message>
        <source>開く</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>フォルダを開く</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>別の名前で書き出す…</source>
        <translation>Choose another name…</translation>
    </message>
</context>
</TS>
