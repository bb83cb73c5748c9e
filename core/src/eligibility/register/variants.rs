//! Characters of names that are written in several ways: traditional, simplified and variant forms.
//!
//! Rare characters leave forms in whatever shape a program can show: 𬱖 as 頔, 濤 as 涛. Whoever compares by one form of each
//! finds such rows, and only as possible ones: two people may bear the two forms. The table holds the characters of surnames
//! and given names alone, and of them no two that differ in more than their shape.

use crate::text::{half_width, is_unseen};

/// Each form with the one that it is compared by, in the order of the first.
const PAIRS: [&str; 430] = [
    "乃廼", "亙亘", "亞亚", "仑崘", "倫伦", "偉伟", "傑杰", "億亿", "優优", "兒儿", "冊册", "凃塗", "凱凯", "剑劍",
    "劉刘", "劔劍", "勋勛", "務务", "勝胜", "勞劳", "勳勛", "勵励", "升陞", "協协", "历曆", "厲厉", "參参", "发髮",
    "启啓", "吳呉", "吴呉", "呂吕", "啟啓", "喆哲", "喬乔", "單单", "嘯啸", "嚴严", "国囯", "國囯", "園园", "圓圆",
    "團团", "堃坤", "堅坚", "報报", "塵尘", "壯壮", "壽寿", "夢梦", "奧奥", "奮奋", "妍姸", "姍姗", "婁娄", "婭娅",
    "媽妈", "嫻娴", "嬋婵", "嬌娇", "嬰婴", "学斈", "孫孙", "學斈", "宁甯", "宝寳", "實实", "寧甯", "審审", "寬宽",
    "寶寳", "將将", "尋寻", "導导", "屆届", "岩嵒", "峯峰", "島岛", "崑崐", "崗岗", "崙崘", "崢峥", "嵐岚", "嶸嵘",
    "嶺岭", "巒峦", "巖嵒", "帥帅", "師师", "幹干", "庫库", "廠厂", "廣广", "廬庐", "張张", "強彊", "强彊", "彈弹",
    "彌弥", "徑径", "從从", "復复", "愛爱", "態态", "慶庆", "憲宪", "應应", "懷怀", "戰战", "戶户", "揚扬", "搖摇",
    "擁拥", "擇择", "擔担", "據据", "數数", "昆崐", "昇陞", "時时", "晉晋", "暉晖", "暢畅", "曄晔", "曉晓", "書书",
    "會会", "東东", "條条", "棟栋", "楊杨", "業业", "極极", "榮荣", "樂乐", "樓楼", "標标", "樸朴", "樹树", "橋桥",
    "機机", "權权", "歐欧", "歡欢", "歲岁", "歷曆", "氣气", "氹凼", "決决", "況况", "涂塗", "涼凉", "淚泪", "淵渊",
    "渾浑", "湯汤", "溫温", "滄沧", "滿满", "漢汉", "漸渐", "潔洁", "潤润", "澗涧", "澤泽", "濤涛", "濱滨", "瀟潇",
    "瀾澜", "灝灏", "燁烨", "燈灯", "營营", "燦灿", "爾尔", "獻献", "玨珏", "瑋玮", "瑩莹", "璡琎", "環环", "瓊琼",
    "畢毕", "異异", "當当", "發髮", "監监", "盤盘", "盧卢", "眾众", "睿叡", "碩硕", "磚砖", "祕秘", "祿禄", "禎祯",
    "禪禅", "禮礼", "稱称", "穌稣", "積积", "穎頴", "穩稳", "竇窦", "競竞", "筆笔", "節节", "範范", "築筑", "簡简",
    "籌筹", "紀纪", "紅红", "紋纹", "純纯", "細细", "紹绍", "終终", "結结", "絲丝", "經经", "綠绿", "維维", "綱纲",
    "網网", "緒绪", "緣缘", "縣县", "總总", "績绩", "織织", "繼继", "續续", "纓缨", "纖纤", "羅罗", "羣群", "義义",
    "習习", "翹翘", "聖圣", "聪聡", "聰聡", "聶聂", "職职", "與与", "興兴", "舉举", "艳豔", "艷豔", "荊荆", "莊庄",
    "華华", "萬万", "葉叶", "葦苇", "蔣蒋", "藍蓝", "藝艺", "蘇苏", "蘭兰", "衛卫", "裡裏", "見见", "覺觉", "觀观",
    "計计", "訓训", "記记", "許许", "詩诗", "語语", "誠诚", "諾诺", "謙谦", "謝谢", "譚谭", "譽誉", "讓让", "豐丰",
    "貞贞", "財财", "貴贵", "賀贺", "賈贾", "賓宾", "賢贤", "質质", "賴赖", "賽赛", "贊赞", "贛赣", "赟贇", "趙赵",
    "躍跃", "車车", "軍军", "軒轩", "輔辅", "輝煇", "輪轮", "辉煇", "辭辞", "迺廼", "連连", "進进", "運运", "達达",
    "遜逊", "遠远", "選选", "鄉乡", "鄒邹", "鄔邬", "鄧邓", "鄭郑", "鄺邝", "酈郦", "醫医", "里裏", "釗钊", "鈺钰",
    "鉅巨", "鉉铉", "鉴鑑", "銀银", "銘铭", "銳锐", "鋒锋", "鋼钢", "錚铮", "錢钱", "錦锦", "鍵键", "鍾锺", "鎧铠",
    "鎮镇", "鏡镜", "鐘锺", "鐵铁", "鑒鑑", "钟锺", "長长", "開开", "閏闰", "間间", "閔闵", "閻闫", "闊阔", "闖闯",
    "關关", "阎闫", "陝陕", "陰阴", "陳陈", "陸陆", "陽阳", "階阶", "隨随", "隴陇", "雋隽", "雙双", "難难", "雲云",
    "電电", "霽霁", "靈灵", "靜静", "韋韦", "韓韩", "韜韬", "韻韵", "項项", "順顺", "須须", "頌颂", "頎颀", "預预",
    "頓顿", "頔𬱖", "領领", "頡颉", "頤颐", "頻频", "顏颜", "顧顾", "顯显", "颖頴", "風风", "飆飙", "飛飞", "養养",
    "饒饶", "馬马", "馮冯", "馳驰", "駒驹", "駱骆", "駿骏", "騫骞", "騰腾", "驊骅", "驍骁", "驥骥", "魯鲁", "鮑鲍",
    "鮫鲛", "鮮鲜", "鯤鲲", "鳳凤", "鴻鸿", "鵑鹃", "鵬鹏", "鵲鹊", "鵾鹍", "鶴鹤", "鷹鹰", "鸞鸾", "麗丽", "麟麐",
    "麥麦", "黃黄", "黨党", "鼇鳌", "齊齐", "齡龄", "龍龙", "龐庞", "龔龚", "龢和",
];

/// A name as it is compared loosely: one form of each character, no dots, small letters.
pub(super) fn folded(name: &str) -> String {
    let shown = name.chars().map(half_width).filter(|c| !is_unseen(*c) && !matches!(c, '·' | '.'));
    shown.map(|c| one_form(c).to_ascii_lowercase()).collect()
}

fn one_form(c: char) -> char {
    let first = |pair: &str| pair.chars().next();
    let known = PAIRS.binary_search_by(|pair| first(pair).cmp(&Some(c))).ok().and_then(|at| PAIRS.get(at));
    known.and_then(|pair| pair.chars().nth(1)).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order_and_ends_at_one_form() {
        let pairs: Vec<Vec<char>> = PAIRS.iter().map(|pair| pair.chars().collect()).collect();
        assert!(pairs.iter().all(|pair| pair.len() == 2));
        assert!(pairs.is_sorted_by(|one, next| one[0] < next[0]), "each once, in order");
        for pair in pairs {
            assert_eq!(one_form(pair[1]), pair[1], "{pair:?} goes no further");
        }
    }

    #[track_caller]
    fn check(one: &str, other: &str, is_alike: bool) {
        assert_eq!(folded(one) == folded(other), is_alike, "{one} {other}");
    }

    #[test]
    fn forms_of_one_name_are_alike() {
        check("王𬱖", "王頔", true);
        check("劉曉濤", "刘晓涛", true);
        check("鐘锺", "钟钟", true);
        check("阿卜杜拉·买买提", "阿卜杜拉买买提", true);
        check("ZHANG San", "Zhang　san", true);
        check("王涛", "王滔", false);
        check("张三", "张二", false);
    }
}
