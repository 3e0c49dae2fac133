"""Why something was refused, and what should be known about what was done, in two languages."""

from collections.abc import Mapping
from datetime import date, datetime

from pmark_desktop.domain.errors import Notice, UserError, Why
from pmark_desktop.words import Both, Language, day_words, pick, time_words

REFUSALS: Mapping[Why, Both] = {
    Why.DATE_UNREADABLE: (
        "「{text}」は日付として読めません。変更していません。2027/11/30 や 令和9年11月30日 の形で入力してください。",
        "“{text}” is not a date. Nothing was changed. Write it like 2027/11/30.",
    ),
    Why.DATE_NEEDS_YEAR: (
        "「{text}」には年がありません。変更していません。2027/11/30 のように年から入力してください。",
        "“{text}” has no year. Nothing was changed. Write it like 2027/11/30.",
    ),
    Why.YEAR_START_WRONG: (
        "「{text}」はPMS年度の開始日にできません。変更していません。04-01 のように、毎年ある月日を入力してください(2月29日は使えません)。",
        "“{text}” cannot start the PMS year. Nothing was changed. Write a day that every year has, like 04-01.",
    ),
    Why.EXPIRY_TOO_FAR: (
        "満了日 {day} は3年より先です。登録していません。登録証の有効期間の最終日を確かめてください。",
        "The last day of validity {day} is over 3 years ahead. Nothing was changed. Check it on the certificate.",
    ),
    Why.EXPIRY_TOO_OLD: (
        "満了日 {day} から8か月を超えています。登録していません。登録証を確かめ、失効している場合は審査機関へ連絡してください。",
        "The last day of validity {day} is over 8 months past. Nothing was changed. Check the certificate, or ask the assessment body.",
    ),
    Why.WINDOW_WRONG: (
        "受付期間 {opens} 〜 {closes} は成り立ちません。変更していません。開始日・最終日・満了日の順になるように入力してください。",
        "The window {opens} to {closes} cannot be. Nothing was changed. It has to open, close, and then the mark expires.",
    ),
    Why.ANSWERED_ON_IN_FUTURE: (
        "回答日 {day} は先の日付です。変更していません。審査機関から回答を得た日を入力してください。",
        "The day of the answer, {day}, lies ahead. Nothing was changed. Enter the day the body answered.",
    ),
    Why.DUE_AFTER_HARD_DUE: (
        "社内期限が絶対期限 {hard_due} より後です。変更していません。{hard_due} 以前の日にしてください。",
        "The due date is after the hard due date {hard_due}. Nothing was changed. Choose a day on or before it.",
    ),
    Why.DUE_OF_CLOSED: (
        "{task} は完了か対象外なので、期限は動きません。変更していません。先に状態を戻してください。",
        "{task} is done or not applicable, so its due stays. Nothing was changed. Change its state first.",
    ),
    Why.DUE_NOT_THERE: (
        "{task} にはまだ期限がないので動かせません。変更していません。日付を指定してください。",
        "{task} has no due yet to move. Nothing was changed. Set a day instead.",
    ),
    Why.SHIFT_WRONG: (
        "「{text}」は動かす日数にできません。変更していません。-5 や 10 のように、1から{most}までの整数で入力してください。",
        "“{text}” is not a number of days. Nothing was changed. Write 1 to {most}, or with a minus, like -5.",
    ),
    Why.DONE_ON_IN_FUTURE: (
        "実施日 {day} は先の日付です。変更していません。実際に終えた日を入力してください。",
        "The day done, {day}, lies ahead. Nothing was changed. Enter the day it was really done.",
    ),
    Why.DONE_ON_MISSING: (
        "完了には実施日が必要です。変更していません。実施日を入力するか、状態を完了以外にしてください。",
        "A task that is done needs its day. Nothing was changed. Enter the day, or choose another state.",
    ),
    Why.CHECKED_ON_IN_FUTURE: (
        "確認日 {day} は先の日付です。変更していません。実際に確認した日を入力してください。",
        "The day checked, {day}, lies ahead. Nothing was changed. Enter the day it was really checked.",
    ),
    Why.REGISTRATION_WRONG: (
        "登録番号「{text}」の形が違います。変更していません。数字8桁、または数字8桁と付与回数 12345678(01) の形で、登録証のとおりに入力してください。",
        "The registration number “{text}” has a wrong form. Nothing was changed. Write eight digits, or 12345678(01), as on the certificate.",
    ),
    Why.STEPS_WRONG: (
        "「{text}」はお知らせの時期として読めません。変更していません。{least}〜{most} の整数を {count} 個まで、30, 14, 7 のように区切って入力してください。",
        "“{text}” does not say when to remind. Nothing was changed. Write up to {count} whole numbers from {least} to {most}, like 30, 14, 7.",
    ),
    Why.VIEW_NAME_WRONG: (
        "ビューの名前が空か、{most}字を超えています。保存していません。短い名前を付けてください。",
        "The name of the view is empty or longer than {most} characters. Nothing was saved. Give it a short name.",
    ),
    Why.VIEW_NAME_TAKEN: (
        "「{text}」という名前のビューはもうあります。保存していません。別の名前を付けるか、前のビューを削除してください。",
        "There is a view named “{text}” already. Nothing was saved. Choose another name, or delete the other view.",
    ),
    Why.CLOSED_ENDS_FIRST: (
        "最終日 {last} が開始日 {first} より前です。変更していません。開始日以後の日にするか、1日だけなら最終日を空にしてください。",
        "The last day {last} is before the first {first}. Nothing was changed. Choose a later day, or leave it empty for one day.",
    ),
    Why.CLOSED_OVER_A_YEAR: (
        "毎年の休業日が {first} から {last} まで1年以上あります。変更していません。1年より短くするか、「毎年」を外してください。",
        "Closed every year from {first} to {last} is a year or more. Nothing was changed. Make it shorter, or not every year.",
    ),
    Why.CLOSED_LEAVES_TOO_FEW: (
        "{year}年の営業日が{left}日しか残りません。変更していません。{least}日以上残るように、日付を確かめてください。",
        "Only {left} business days of {year} would be left. Nothing was changed. Check the days: {least} have to remain.",
    ),
    Why.CLOSED_TOO_MANY: (
        "休業日が{most}件を超えます。追加していません。続いた日は1件にまとめ、過ぎたものは取り下げてください。",
        "There would be over {most} entries of closed days. Nothing was added. Join days in a row, and retire old ones.",
    ),
    Why.CLOSED_TWICE: (
        "同じ休業日「{name}」がすでにあります。追加していません。登録済みのものを変更してください。",
        "The same closed days “{name}” are there already. Nothing was added. Change those instead.",
    ),
    Why.CLOSED_UNKNOWN: (
        "その休業日はもうありません。変更していません。一覧から選び直してください。",
        "Those closed days are no longer there. Nothing was changed. Choose from the list again.",
    ),
    Why.HOLIDAYS_TOO_OLD: (
        "このCSVには{last}年までの祝日しかありません。取り込んでいません。{first}年以後を含む新しいCSVを選んでください。",
        "This CSV ends with {last}. Nothing was taken in. Choose a newer one with the holidays of {first} and later.",
    ),
    Why.TEXT_TOO_LONG: (
        "文字数が多すぎます({length}字)。変更していません。{most}字までに分けてください。",
        "The text is too long ({length} characters). Nothing was changed. Keep it to {most}.",
    ),
    Why.NAME_MISSING: (
        "名称が空です。登録していません。名称を入力してください。",
        "The name is empty. Nothing was changed. Enter a name.",
    ),
    Why.CHOICE_UNKNOWN: (
        "「{text}」は{field}に使えません。変更していません。次から選んでください: {choices}",
        "“{text}” cannot be used for {field}. Nothing was changed. Choose one of: {choices}",
    ),
    Why.FIELD_UNKNOWN: (
        "「{text}」という欄はありません。変更していません。使える欄: {choices}",
        "There is no field “{text}”. Nothing was changed. Fields: {choices}",
    ),
    Why.URL_WRONG: (
        "「{text}」はリンクとして使えません。追加していません。https:// か http:// で始まるアドレスを入力してください。",
        "“{text}” is no link. Nothing was added. Enter an address that begins with https:// or http://.",
    ),
    Why.TASK_UNKNOWN: (
        "タスク {task} はありません。変更していません。一覧で番号を確かめてください。",
        "There is no task {task}. Nothing was changed. See the list for its number.",
    ),
    Why.EVIDENCE_MISSING: (
        "{task} には証跡も理由もありません。完了にしていません。証跡を付けるか、理由を入力してください。",
        "{task} has neither evidence nor a reason. It was not set to done. Attach evidence or write a reason.",
    ),
    Why.REASON_MISSING: (
        "理由が空です。変更していません。理由を入力してください。",
        "The reason is empty. Nothing was changed. Write a reason.",
    ),
    Why.LIST_UNKNOWN: (
        "チェックリスト {text} はありません。変更していません。使えるもの: {choices}",
        "There is no checklist {text}. Nothing was changed. Choose from: {choices}",
    ),
    Why.LIST_ALREADY_THERE: (
        "チェックリスト {text} はすでにあります。追加していません。",
        "The checklist {text} is there already. It was not added.",
    ),
    Why.TITLE_MISSING: (
        "実施項目が空です。保存していません。何をするのかを1行で入力してください。",
        "The item has no title. Nothing was saved. Say in one line what has to be done.",
    ),
    Why.LEAD_DAYS_WRONG: (
        "「{text}」は着手の目安にできません。保存していません。期限の何日前に始めるかを、0から{most}までの整数で入力してください。",
        "“{text}” is not possible. Nothing was saved. Enter how many days before the due to begin, from 0 to {most}.",
    ),
    Why.RULE_UNREADABLE: (
        "「{text}」は期限の決まりとして読めません。保存していません。expiry - 10 months や on 2027-05-10 の形で入力してください。",
        "“{text}” is not a rule of due. Nothing was saved. Write it like expiry - 10 months or on 2027-05-10.",
    ),
    Why.RULE_ITEM_UNKNOWN: (
        "項目 {text} は同じチェックリストにありません。保存していません。同じチェックリストの項目を選んでください。",
        "There is no item {text} in the same checklist. Nothing was saved. Choose an item of the same list.",
    ),
    Why.RULE_CIRCLE: (
        "{text} の実施日から数えると、たどって自分に戻ります。保存していません。別の起点にしてください。",
        "Counting from {text} leads back to this item. Nothing was saved. Choose another anchor.",
    ),
    Why.RULE_REPEATS_DIFFER: (
        "{text} と頻度が違うため、その実施日からは数えられません。保存していません。頻度をそろえてください。",
        "{text} repeats differently, so nothing can count from it. Nothing was saved. Give both the same repeat.",
    ),
    Why.RULE_NOT_ALLOWED: (
        "毎月・四半期ごとの項目の期限は、各期間の最終営業日です。保存していません。期限の決まりを「なし」にしてください。",
        "Monthly and quarterly items are due on the last business day of each period. Nothing was saved. Choose no rule.",
    ),
    Why.RULE_WITHOUT_YEAR: (
        "毎年の項目は、この起点からは数えられません。保存していません。満了日・受付開始日・受付最終日・PMS年度の開始日のどれかを選んでください。",
        "A yearly item cannot count from this. Nothing was saved. Choose the last day of validity, the window, or the PMS year.",
    ),
    Why.RULE_EVENT_REPEATS: (
        "発生から数える項目は繰り返せません。保存していません。頻度を「1回」にしてください。",
        "What counts from an event cannot repeat. Nothing was saved. Choose once.",
    ),
    Why.OWN_TOO_MANY: (
        "一度に追加できるタスクは{most}件までです({count}件ありました)。1件も追加していません。分けて追加してください。",
        "At most {most} tasks can be added at once, not {count}. None was added. Add them in parts.",
    ),
    Why.ROW_REFUSED: (
        "{row}行目を追加できません。どの行も追加していません。理由: {cause} この行を直すか除いてください。",
        "Row {row} cannot be added. No row was added. Why: {cause} Mend this row or leave it out.",
    ),
    Why.ITEM_UNKNOWN: (
        "項目 {text} は使われていません。変更していません。ほかの操作で取り下げられていないか確かめてください。",
        "There is no item {text} in use. Nothing was changed. Check whether it was retired.",
    ),
    Why.ITEM_PUBLISHED: (
        "{text} は公開されたチェックリストのものなので、文面は変えられません。変更していません。複製すると、自社の項目として編集できます。",
        "{text} is of a published checklist; its text cannot be changed. Nothing was changed. Duplicate it to edit the copy.",
    ),
    Why.ITEM_NEEDED: (
        "{text} の期限は申請予定日になるため、取り下げられません。取り下げていません。申請しない場合は、理由を付けて対象外にしてください。",
        "The due of {text} is the planned day of application, so it cannot be retired. Nothing was retired. Make it not applicable with a reason instead.",
    ),
    Why.ITEM_AWAITED: (
        "{others} が {text} の実施日から数えているため、取り下げられません。取り下げていません。先にそちらを取り下げるか、決まりを変えてください。",
        "{others} count from {text}, so it cannot be retired. Nothing was retired. Retire those first, or change their rules.",
    ),
    Why.RETIRE_REASON_MISSING: (
        "取り下げるには理由が必要です。取り下げていません。なぜ要らないのかを入力してください。",
        "Retiring needs a reason. Nothing was retired. Say why it is not needed.",
    ),
    Why.LIST_IS_MAIN: (
        "「{text}」は更新に必ず要るチェックリストです。外していません。要らない項目だけを、理由を付けて取り下げてください。",
        "“{text}” belongs to every renewal. It was not switched off. Retire the items you do not need, with a reason.",
    ),
    Why.LIST_KEY_WRONG: (
        "「{text}」は記号にできません。追加していません。英字で始まる2〜8文字の英数字にするか、空欄にしてください。",
        "“{text}” cannot be a key. Nothing was added. Use 2 to 8 letters and digits, a letter first, or leave it empty.",
    ),
    Why.LIST_HAS_NO_EVENTS: (
        "チェックリスト {text} には、その種類の発生から数える項目がありません。登録していません。別のチェックリストか種類を選んでください。",
        "The checklist {text} has no items that count from such an event. Nothing was entered. Choose another list or kind.",
    ),
    Why.CHECKLIST_BAD: (
        "チェックリストに誤りがあります。読み込んでいません。次の箇所を直してください。\n{problems}",
        "The checklist has mistakes. It was not loaded. Please mend:\n{problems}",
    ),
    Why.EDITION_OLDER: (
        "チェックリスト {text} の版 {version} は、いまの版 {present} より古い版です。取り込んでいません。新しい版のファイルを選んでください。",
        "Version {version} of the checklist {text} is older than the present {present}. Nothing was taken. Choose the file of a newer version.",
    ),
    Why.EDITION_SAME_VERSION: (
        "チェックリスト {text} の版は、いまと同じ {present} なのに中身が違います。取り込んでいません。中身を直したときは、版の番号を上げてください。",
        "The checklist {text} has the present version {present} but other content. Nothing was taken. Raise the version of a changed list.",
    ),
    Why.EDITION_LIST_OFF: (
        "チェックリスト {text} は使わない設定になっています。取り込んでいません。先に設定の「チェックリスト」で使うようにしてください。",
        "The checklist {text} is switched off. Nothing was taken. Switch it on under Settings, Checklists first.",
    ),
    Why.EDITION_AWAITED: (
        "独自の項目 {others} が、新しい版にない {text} の実施日から数えています。取り込んでいません。先にその決まりを変えてください。",
        "Own items {others} count from {text}, which the newer edition does not have. Nothing was taken. Change their rules first.",
    ),
    Why.CLIPBOARD_EMPTY: (
        "クリップボードに、貼り付けられる文字や表がありません。変更していません。元の表でもう一度コピーしてください。",
        "There is no text or table on the clipboard. Nothing was changed. Copy it again.",
    ),
    Why.CLIPBOARD_NOT_TEXT: (
        "クリップボードの内容は文字ではありません。変更していません。元の表のセルを選んで、もう一度コピーしてください。",
        "What is on the clipboard is no text. Nothing was changed. Select the cells and copy them again.",
    ),
    Why.CLIPBOARD_TOO_BIG: (
        "クリップボードの文字が{most}百万字を超えています。変更していません。範囲を分けてコピーしてください。",
        "The clipboard holds over {most} million characters. Nothing was changed. Copy it in parts.",
    ),
    Why.CLIPBOARD_TOO_MANY: (
        "クリップボードの表が大きすぎます({most}行まで)。変更していません。範囲を分けてコピーしてください。",
        "The table on the clipboard is too large (up to {most} rows). Nothing was changed. Copy it in parts.",
    ),
    Why.CELLS_APART: (
        "離れた範囲を選んでいるため、実行していません。ひと続きの四角い範囲を選んでください。",
        "The selected cells lie apart, so nothing was done. Select one rectangle.",
    ),
    Why.CELL_READ_ONLY: (
        "{field}はこの表では変更できません。変更していません。ほかの列を選んでください。",
        "{field} cannot be changed in this table. Nothing was changed. Choose another column.",
    ),
    Why.CHOICE_EMPTY: (
        "貼り付ける{field}が空欄です。変更していません。初めの{field}に戻すときは、セルを選んで Delete を押してください。",
        "The {field} to paste is empty. Nothing was changed. Press Delete on the cell to reset it.",
    ),
    Why.ROWS_ARRANGED: (
        "並べ替え・絞り込みをしているか、チェックリストのほかでまとめているあいだは、行を上下に動かせません。順番は変更していません。それらを外してから動かしてください。",
        "Rows cannot be moved while they are sorted, filtered or grouped by anything but the checklist. The order was not changed. Take that away first.",
    ),
    Why.EVIDENCE_UNKNOWN: (
        "証跡 {label} はありません。変更していません。証跡の一覧で番号を確かめてください。",
        "There is no evidence {label}. Nothing was changed. See the list of evidence.",
    ),
    Why.EVIDENCE_TWICE: (
        "同じ証跡 {label} がすでに {task} に付いています。追加していません。",
        "The same evidence {label} is attached to {task} already. Nothing was added.",
    ),
    Why.EVIDENCE_EMPTY: (
        "ファイルの中身が空(0バイト)です。追加していません。保存し直したファイルを選んでください。",
        "The file is empty (0 bytes). Nothing was added. Choose a file with content.",
    ),
    Why.EVIDENCE_TOO_BIG: (
        "ファイルが {limit} MBを超えています。追加していません。分けるか、保管場所をリンクか紙の保管場所として登録してください。",
        "The file is over {limit} MB. Nothing was added. Split it, or enter its place as a link or paper.",
    ),
    Why.EVIDENCE_NOT_A_FILE: (
        "ファイルではありません(フォルダや特殊なファイル)。追加していません。ファイルを1つ選んでください。",
        "This is not a file (a folder or something special). Nothing was added. Choose a file.",
    ),
    Why.EVIDENCE_NOT_THERE: (
        "ファイルが見つかりません。追加していません。場所を確かめて選び直してください。",
        "The file is not there. Nothing was added. Check the place and choose again.",
    ),
    Why.EVIDENCE_CHANGED: (
        "取り込みの途中でファイルが変わったか、なくなりました。追加していません。ファイルを閉じてから、もう一度追加してください。",
        "The file changed or vanished while it was copied. Nothing was added. Close it and try again.",
    ),
    Why.EVIDENCE_UNREADABLE: (
        "ファイルを読めません。追加していません。ほかのプログラムで開いていれば閉じ、権限を確かめてください。",
        "The file cannot be read. Nothing was added. Close it elsewhere and check the permissions.",
    ),
    Why.EVIDENCE_DAMAGED: (
        "証跡 {label} の中身が、追加した時と違います。開いていません。「点検」を行い、元のファイルを追加し直してください。",
        "Evidence {label} is not what was attached. It was not opened. Run the check and attach the original again.",
    ),
    Why.EVIDENCE_NOT_OPENED: (
        "証跡 {label} を開けるプログラムがありません。開いていません。保存先のフォルダから、対応するプログラムで開いてください。",
        "No program opens evidence {label}. It was not opened. Open it from its folder with a program of your choice.",
    ),
    Why.ATTACH_CANCELLED: (
        "取り込みを中止しました。追加していません。",
        "Cancelled. Nothing was added.",
    ),
    Why.NOTHING_CHANGED: (
        "変わるところがありません。何も記録していません。",
        "Nothing would change. Nothing was recorded.",
    ),
    Why.CHANGED_SINCE: (
        "その後に別の変更があるため、元に戻せません。何も変えていません。変更履歴を見て、手で直してください。",
        "It was changed again since, so it cannot be undone. Nothing was changed. See the log and mend it by hand.",
    ),
    Why.FILE_NOT_THERE: (
        "ファイルが見つかりません: {file}。開いていません。場所を確かめて選び直してください。",
        "The file is not there: {file}. It was not opened. Check the place and choose again.",
    ),
    Why.FILE_IS_THERE: (
        "同じ名前のファイルがあります: {file}。作成していません。別の名前を選んでください。",
        "A file of that name exists: {file}. Nothing was created. Choose another name.",
    ),
    Why.FILE_IS_A_FOLDER: (
        "{file} はフォルダです。開いていません。ファイル(.pmark)を選んでください。",
        "{file} is a folder. It was not opened. Choose a .pmark file.",
    ),
    Why.FILE_EMPTY: (
        "{file} は空(0バイト)です。開いていません。バックアップか、元のファイルを選んでください。",
        "{file} is empty (0 bytes). It was not opened. Choose a backup or the original.",
    ),
    Why.FILE_NOT_A_WORKSPACE: (
        "{file} はPマーク更新デスクのファイルではありません。開いていません。拡張子 .pmark のファイルを選んでください。",
        "{file} is not a workspace of this program. It was not opened. Choose a .pmark file.",
    ),
    Why.FILE_OF_ANOTHER_PROGRAM: (
        "{file} は別のプログラムのデータベースです。開いていません。.pmark ファイルを選んでください。",
        "{file} is a database of another program. It was not opened. Choose a .pmark file.",
    ),
    Why.FILE_NEWER: (
        "{file} は新しい版(形式 {version})で作られています。開いていません。変更もしていません。プログラムを新しい版に更新してください。",
        "{file} was made by a newer version (format {version}). It was not opened or changed. Please update the program.",
    ),
    Why.FILE_STRANGE_OBJECTS: (
        "{file} に、このプログラムのものではない内容が入っています。開いていません。バックアップを選んでください。",
        "{file} holds things that are not of this program. It was not opened. Choose a backup.",
    ),
    Why.FILE_MANY_NAMES: (
        "{file} には別の名前(ハードリンク)もあります。書き込みを止めました。複製してから、複製のほうを開いてください。",
        "{file} has a second name (hard link). Writing was refused. Make a copy and open the copy.",
    ),
    Why.FILE_REPLACED: (
        "開いている間に {file} が移動したか、別のファイルに置き換わりました。保存していません。ファイルを開き直してください。",
        "{file} was moved or replaced while it was open. Nothing was saved. Open it again.",
    ),
    Why.CYCLE_CLOSED: (
        "この周期は {day} に閉じられています。変更していません。直す必要があるときは、設定の「周期」で開き直してください。",
        "This cycle was closed on {day}. Nothing was changed. To change something, open it again under Settings, Cycle.",
    ),
    Why.CLOSE_REASON_MISSING: (
        "理由が必要です。周期は変わっていません。なぜ閉じるのか、または開き直すのかを入力してください。",
        "A reason is needed. The cycle stays as it is. Say why it is closed or opened again.",
    ),
    Why.CYCLE_STANDS_SO: (
        "周期はすでにその状態です。変更していません。画面を開き直して確かめてください。",
        "The cycle stands so already. Nothing was changed. Open the page again to see it.",
    ),
    Why.FILE_LOCKED: (
        "{host} の {user} さんが {since} から開いています。変更していません。閉じてもらってから、もう一度行ってください。",
        "{user} on {host} has had it open since {since}. Nothing was changed. Ask them to close it and try again.",
    ),
    Why.FILE_BUSY: (
        "ファイルが使用中のため、いまは読み書きできません。変更していません。少し待ってから、もう一度行ってください。",
        "The file is busy. Nothing was changed. Wait a moment and try again.",
    ),
    Why.FILE_READ_ONLY: (
        "読み取り専用で開いています。変更していません。書き込める場所に複製して開いてください。",
        "The file is open read-only. Nothing was changed. Copy it to a place you can write to.",
    ),
    Why.FILE_DAMAGED: (
        "{file} が壊れているか、途中で切れています。何も書き込んでいません。バックアップを開くか、コピーし直してください。",
        "{file} is damaged or cut short. Nothing was written. Open a backup, or copy it again.",
    ),
    Why.FILE_UNREADABLE: (
        "{file} を読み書きできません。何も変えていません。保存先の接続と権限を確かめてください。",
        "{file} cannot be read or written. Nothing was changed. Check the connection and the permissions.",
    ),
    Why.DISK_FULL: (
        "空き容量がないため保存できません。変更していません。空きを作ってから、もう一度行ってください。",
        "The disk is full. Nothing was changed. Make room and try again.",
    ),
    Why.TARGET_HELD: (
        "{file} はほかのプログラム(Excelなど)で開かれています。書き出していません。閉じてから書き出すか、別の名前を選んでください。",
        "{file} is open in another program such as Excel. Nothing was written. Close it, or choose another name.",
    ),
    Why.TARGET_FOLDER_MISSING: (
        "保存先のフォルダがありません: {file}。書き出していません。フォルダを選び直してください。",
        "The folder is not there: {file}. Nothing was written. Choose another folder.",
    ),
    Why.TARGET_NOT_WRITABLE: (
        "{file} に書き込めません。書き出していません。別の場所を選んでください。",
        "{file} cannot be written. Nothing was written. Choose another place.",
    ),
    Why.TARGET_IS_WORKSPACE: (
        "{file} は開いているワークスペースです。書き出していません。別の名前を選んでください。",
        "{file} is the workspace itself. Nothing was written. Choose another name.",
    ),
    Why.TARGET_WRONG_TYPE: (
        "{file} には書き出していません。名前の終わりを {suffix} にしてください。",
        "{file} was not written. Give it a name that ends in {suffix}.",
    ),
    Why.WRITTEN_WRONGLY: (
        "書き出したファイルを読み直したところ、内容が一致しませんでした。書き出していません。もう一度行い、続くときは診断情報をお知らせください。",
        "The written file did not read back the same. Nothing was written. Try again, and report it if it goes on.",
    ),
    Why.CANCELLED: (
        "取り消しました。何も書き出していません。",
        "Cancelled. Nothing was written.",
    ),
    Why.TIME_UNREADABLE: (
        "「{text}」は時刻として読めません。登録していません。9:00 や 17:30 の形で入力してください。",
        "“{text}” is not a time of day. Nothing was registered. Write it like 9:00 or 17:30.",
    ),
    Why.SCHEDULE_NO_FILES: (
        "お知らせするファイルが選ばれていません。登録していません。ファイルを1つ以上選んでください。",
        "No file was chosen. Nothing was registered. Choose at least one.",
    ),
    Why.SCHEDULE_TOO_MANY_FILES: (
        "ファイルが{count}件あります。登録していません。{most}件までにしてください。",
        "There are {count} files. Nothing was registered. Keep it to {most}.",
    ),
    Why.SCHEDULE_FILE_REFUSED: (
        "{file} を読めないため、登録していません。ほかのファイルも登録していません。次を確かめてください: {problems}",
        "{file} cannot be read. Nothing was registered, the other files neither. Please check: {problems}",
    ),
    Why.SCHEDULE_PROGRAM_UNUSABLE: (
        "プログラムの場所に、登録に使えない文字があります: {program}。登録していません。制御文字や %名前% を含まないフォルダに移してから、登録してください。",
        "The place of the program has characters that cannot be registered: {program}. Nothing was registered. Move it to a folder without control characters or %NAME%.",
    ),
    Why.SCHEDULE_TOOL_MISSING: (
        "{tool} が見つかりません。登録は変えていません。OSに付属のものが使えるかを、パソコンの管理者に確かめてください。",
        "{tool} is not there. What is registered was not changed. It comes with the system: ask whoever runs this computer.",
    ),
    Why.SCHEDULE_NO_SESSION: (
        "利用者ごとのsystemdが動いていません(コンテナや、systemdのないWSLなど)。ファイルも登録も残していません。代わりに crontab -e で次の行を加えるか、コマンドの部分を手で実行してください: {line}",
        "No systemd of your own is running (a container, or WSL without systemd). No file was left and nothing registered. Add this line by crontab -e instead, or run its command by hand: {line}",
    ),
    Why.SCHEDULE_DENIED: (
        "{tool} に、権限がないと断られました。登録は変わっていません。会社の方針で止められていることがあります。パソコンの管理者に相談してください。",
        "{tool} denied it. What is registered was not changed. A policy of your company may forbid it: ask whoever runs this computer.",
    ),
    Why.SCHEDULE_FOLDER_DENIED: (
        "フォルダに書き込めません: {folder}。登録は変わっていません。フォルダの権限を確かめて、もう一度行ってください。",
        "The folder cannot be written: {folder}. What is registered was not changed. Check its permissions and try again.",
    ),
    Why.SCHEDULE_TOOL_FAILED: (
        "{tool} が失敗しました(終了コード {code})。途中のものは元に戻し、登録は変わっていません。もう一度行い、続くときは {tool} が手で動くかを確かめてください。",
        "{tool} failed (exit code {code}). What was half done was taken back, and what is registered was not changed. Try again; if it goes on, see whether {tool} works by hand.",
    ),
    Why.SCHEDULE_TOOL_SLOW: (
        "{tool} が{seconds}秒たっても終わりません。待つのをやめ、途中のものは元に戻しました。登録できたかは確かめていません。少し待って、登録の状態を表示してから、もう一度行ってください。",
        "{tool} did not end within {seconds} seconds. Waiting was given up and what was half done taken back; whether it was registered is not known. Wait a moment, look at what is registered, and try again.",
    ),
    Why.SCHEDULE_LIST_MISSING: (
        "閉じている間に知らせるファイルが登録されていません。何も調べていません。設定の「お知らせ」か schedule install で登録してください。",
        "No files are registered for reminders. Nothing was looked at. Register them in the settings, or by schedule install.",
    ),
    Why.SCHEDULE_LIST_BAD: (
        "登録したファイルの一覧を読めません: {file}。何も調べていません。schedule install で登録し直してください。",
        "The list of registered files cannot be read: {file}. Nothing was looked at. Register them anew by schedule install.",
    ),
}  # fmt: skip


NOTICES: Mapping[Notice, Both] = {
    Notice.TEXT_CLEANED: (
        "使えない文字(制御文字など)を{count}字取り除いて保存しました。",
        "{count} unusable characters (control characters) were taken out before saving.",
    ),
    Notice.VIEW_IGNORED: (
        "ビュー「{name}」のうち、読めない部分({parts})を除いて表示しています。",
        "The view “{name}” is shown without the parts that cannot be read ({parts}).",
    ),
    Notice.VIEW_UNREADABLE: (
        "このビューは壊れていて読めません。表示は変えていません。削除して、作り直してください。",
        "This view is damaged and cannot be read. What is shown stays as it is. Delete it and make it anew.",
    ),
    Notice.VIEW_RETIRED: (
        "ビュー「{name}」を削除しました。「元に戻す」(Ctrl+Z)で戻せます。",
        "The view “{name}” was deleted. Undo (Ctrl+Z) brings it back.",
    ),
    Notice.EVIDENCE_KNOWN: (
        "同じ中身の証跡 {label} が登録済みのため、その番号を付けました。",
        "The same content is kept as {label} already, so that number was attached.",
    ),
    Notice.CHECKER_IS_OWNER: (
        "{task}: 確認者が担当者と同じです。別の方の確認をお勧めします。",
        "{task}: the checker is the owner. A second person should check.",
    ),
    Notice.MARK_EXPIRED: (
        "満了日 {day} を過ぎています。審査が満了日をまたぐおそれがあるため、審査機関に扱いを確かめてください。",
        "The mark's last day {day} is past. The assessment may run past expiry: ask the assessment body.",
    ),
    Notice.ACTUAL_AHEAD: (
        "確定日 {day} は先の日付です。その日までは予定として扱います。",
        "The actual date {day} lies ahead. Until then it counts as planned.",
    ),
    Notice.ANSWER_KEPT: (
        "満了日を変えましたが、審査機関の回答による受付期間({opens} 〜 {closes})はそのままです。新しい満了日についての回答か確かめ、違うときは空にしてください。公表の規則では {ruled_opens} 〜 {ruled_closes} です。",
        "The last day of validity changed, but the window that the assessment body answered ({opens} to {closes}) stayed. Check that the answer is about the new day, else empty it: the published rule gives {ruled_opens} to {ruled_closes}.",
    ),
    Notice.BECAME_PAST: (
        "社内期限がこの周期の作成日 {since} より前のタスクが {count}件あります。過年度分とし、期限超過にもお知らせにも出しません。日付を確かめ、済んでいないものはすぐに対応してください。",
        "{count} of these dues lie before {since}, the day on which this cycle was created. They count as past years: neither late nor reminded of. Check the date, and see to what is not done at once.",
    ),
    Notice.CLOCK_BEHIND: (
        "パソコンの時計({now})が、変更履歴の最後の記録({last})より前です。期限の数え方が狂うおそれがあります。パソコンの日付を確かめてください。",
        "This computer's clock ({now}) is before the last entry of the log ({last}). Deadlines may be counted wrongly. Please check its date.",
    ),
    Notice.CAUGHT_UP: (
        "ほかの人が変更したため、読み直しました({at} の内容です)。",
        "Somebody else changed the file. It was read again: this is how it stands at {at}.",
    ),
    Notice.PAST_HARD_DUE: (
        "{task}: 手入力の期限が絶対期限 {hard_due} を過ぎています。期限を直してください。",
        "{task}: its pinned due is after the hard due {hard_due}. Please mend it.",
    ),
    Notice.RECORD_RENEWED: (
        "お知らせの記録が壊れていたため、{file} に移して新しく始めました。知らせ済みのものが、もう一度出ることがあります。",
        "The record of reminders was damaged. It was moved to {file} and begun anew, so some may be given once more.",
    ),
    Notice.RECORD_UNUSED: (
        "お知らせの記録 {file} を読み書きできません。お知らせはすべて出していますが、知らせ済み・保留・停止を残せないため、同じものがまた出ます。フォルダの権限と空き容量を確かめてください。",
        "The record of reminders {file} cannot be used. All reminders are given, but what was given or put off is not kept, so they will come again. Check the folder's permissions and free space.",
    ),
    Notice.POLICY_UNREADABLE: (
        "このファイルのお知らせの設定を読めないため、既定の時期でお知らせしています。「設定」の「お知らせ」で保存し直してください。",
        "The reminder settings of this file cannot be read, so the default ones are used. Save them anew under Settings, Reminders.",
    ),
    Notice.NOT_NOTIFIED: (
        "デスクトップ通知を出せませんでした({program})。お知らせは知らせ済みにせず、次回もう一度出します。",
        "The desktop notification could not be shown ({program}). The reminders were not marked as given and will come again.",
    ),
    Notice.NOT_RECORDED: (
        "{day} は今日ではないため、知らせ済みとして記録していません。今日のお知らせには影響しません。",
        "{day} is not today: nothing was recorded as told, and today's reminders stay as they are.",
    ),
    Notice.HOLIDAYS_TAKEN: (
        "{first}〜{last}年の祝日を「{source}」から取り込みました。",
        "The holidays of {first} to {last} were taken from “{source}”.",
    ),
}


def notice_words(notice: Notice, facts: Mapping[str, object], language: Language) -> str:
    """Return what a person should know about what was done."""
    shown = {name: _fact(value, language) for name, value in facts.items()}
    return pick(NOTICES[notice], language).format_map(shown)


def explain(error: UserError, language: Language = Language.JA) -> str:
    """Return what happened, what did not happen, and what to do now."""
    facts = {name: _fact(value, language) for name, value in error.facts.items()}
    return pick(REFUSALS[error.why], language).format_map(facts)


def _fact(value: object, language: Language) -> str:
    if isinstance(value, UserError):  # the cause, in its own words
        return explain(value, language)
    if isinstance(value, tuple):  # words in both languages
        return pick(value, language)
    if isinstance(value, datetime):
        return time_words(value, language)
    return day_words(value, language) if isinstance(value, date) else str(value)
