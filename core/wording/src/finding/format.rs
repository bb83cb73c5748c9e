//! What a file is instead of a workbook, and what its sender can do.

use super::Said;

/// In Chinese; `what` is the short name that the reader of workbooks gives.
pub(super) fn chinese(what: &str) -> Said {
    let original = "请向报名单位要原来的 Excel 表，或在下载的报名表模板里重新填写。";
    let copy = "请打开它，复制其中的表格，粘贴到本页“粘贴表格”里，或粘贴到 Excel、WPS 表格，另存为 .xlsx。";
    match what {
        "pdf" => Said::new("这是 PDF 文件，不是表格", original),
        "picture" => Said::new("这是图片，不是表格", original),
        "document" => Said::new("这是文字文档（Word、WPS 文字），不是表格", copy),
        "slides" => Said::new("这是演示文稿，不是表格", copy),
        "page" => Said::new("这是网页，只是改了扩展名", "请用 Excel 或 WPS 打开，另存为 .xlsx 后重新导入。"),
        "package" => Said::new("这是压缩包", "请先解压，再选里面的报名表。"),
        "et" => Said::new("这是 WPS 表格自己的格式（.et）", "请用 WPS 打开，另存为 .xlsx 后重新导入。"),
        _ => Said::new("不是工作簿，或文件已损坏", "请用 Excel 或 WPS 打开，另存为 .xlsx 后重新导入。"),
    }
}

/// The same in English.
pub(super) fn english(what: &str) -> Said {
    let original = "Ask the unit for its Excel file, or have the form of this page filled in.";
    let copy = "Open it, copy the table, and paste it on this page or into Excel or WPS, saved as .xlsx.";
    match what {
        "pdf" => Said::new("This is a PDF, not a table", original),
        "picture" => Said::new("This is a picture, not a table", original),
        "document" => Said::new("This is a text document (Word, WPS Writer), not a table", copy),
        "slides" => Said::new("These are slides, not a table", copy),
        "page" => Said::new("This is a web page under another name", "Open it in Excel or WPS and save it as .xlsx."),
        "package" => Said::new("This is a package of files", "Unpack it first and choose the forms in it."),
        "et" => Said::new("This is a file of WPS in its own form (.et)", "Open it in WPS and save it as .xlsx."),
        _ => Said::new("The file is no workbook, or damaged", "Open it in Excel or WPS and save it as .xlsx."),
    }
}
