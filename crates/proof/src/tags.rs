//! The text of a PDF in the order of its tags, which a screen reader follows.
//!
//! qpdf takes the file apart; the tree of tags and the marked text of the pages are followed here,
//! every piece once. Poppler can do the same, but sets the whole page anew for every tag: a paper of
//! fifty pages takes it minutes. On papers of one page both must say the same.

use crate::marked::{self, Fonts, Shown};
use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::path::Path;

/// What the tags of a PDF say.
pub struct Tagged {
    /// The text in their order.
    pub text: String,
    /// How many tags there are.
    pub tags: usize,
    /// Everything each page shows in the order in which it is set, which is the order of the tags but
    /// for heads and feet, and cells over several rows.
    pub pages: Vec<String>,
}

/// A PDF that qpdf took apart.
pub struct Parts {
    objects: Map<String, Value>,
}

/// Where marked text stands: the page's object and the number on it.
type Mark = (String, i64);

impl Parts {
    /// Takes a PDF apart.
    ///
    /// # Errors
    /// When qpdf refuses it.
    pub fn of(path: &Path) -> Result<Parts> {
        let arguments = [
            "--json=2",
            "--json-stream-data=inline",
            "--decode-level=generalized",
        ];
        let mut whole: Value = serde_json::from_str(&crate::pdf::said("qpdf", &arguments, path, &[])?)?;
        match whole["qpdf"][1].take() {
            Value::Object(objects) => Ok(Parts { objects }),
            _ => anyhow::bail!("qpdf lists no objects of {}", path.display()),
        }
    }

    /// What a value points to, or itself.
    fn follow<'a>(&'a self, value: &'a Value) -> &'a Value {
        let object = value
            .as_str()
            .and_then(|name| self.objects.get(&format!("obj:{name}")));
        object.map_or(value, |object| &object["value"])
    }

    fn catalogue(&self) -> &Value {
        self.follow(&self.objects["trailer"]["value"]["/Root"])
    }

    /// Whether the file says that it is tagged and that nobody need suspect its tags. Poppler 22.12
    /// complains of a second value that is `false`, though ISO 32000-1 table 321 has it of this type
    /// and `false` when it is absent; so it is read here.
    pub fn marked(&self) -> bool {
        let info = self.follow(&self.catalogue()["/MarkInfo"]);
        info["/Marked"] == true && matches!(info["/Suspects"], Value::Bool(false) | Value::Null)
    }

    /// The names of everything in the file that acts or leads out of it. A paper has none.
    pub fn actions(&self) -> Vec<&'static str> {
        const ACTING: [&str; 9] = [
            "/JS",
            "/JavaScript",
            "/URI",
            "/Launch",
            "/GoToR",
            "/SubmitForm",
            "/ImportData",
            "/EmbeddedFile",
            "/RichMedia",
        ];
        let acting = |name: &&str| self.objects.values().any(|object| names(object, name));
        ACTING.into_iter().filter(acting).collect()
    }

    /// The pages in their order.
    fn pages(&self) -> Vec<String> {
        let mut found = Vec::new();
        let mut open = vec![self.catalogue()["/Pages"].clone()];
        while let Some(node) = open.pop() {
            match self.follow(&node)["/Kids"].as_array() {
                Some(kids) => open.extend(kids.iter().rev().cloned()),
                None => found.extend(node.as_str().map(str::to_owned)),
            }
        }
        found
    }

    fn stream(&self, reference: &str) -> Result<Vec<u8>> {
        let data = &self.objects[&format!("obj:{reference}")]["stream"]["data"];
        marked::decoded(data.as_str().context("a stream has data")?).context("its data are base64")
    }

    fn fonts(&self, page: &Value) -> Result<Fonts> {
        let resources = self.follow(&page["/Resources"]);
        let mut fonts = Fonts::new();
        for (name, font) in self.follow(&resources["/Font"]).as_object().into_iter().flatten() {
            let font = self.follow(font);
            let letters = font["/ToUnicode"].as_str().context("a font tells its letters")?;
            fonts.insert(name.clone(), marked::letters(&self.stream(letters)?)?);
        }
        Ok(fonts)
    }

    /// What each page shows.
    fn shown(&self) -> Result<Vec<(String, Shown)>> {
        let shown = |reference: String| {
            let page = &self.objects[&format!("obj:{reference}")]["value"];
            let contents = page["/Contents"].as_str().context("a page has one content")?;
            let shown = marked::shown(&self.stream(contents)?, &self.fonts(page)?)?;
            Ok((reference, shown))
        };
        self.pages().into_iter().map(shown).collect()
    }

    /// The text in the order of the tags, and what the pages show.
    ///
    /// # Errors
    /// When a tag names text that no page has or that another tag has named, text has no tag, or a
    /// page shows it in another order than the tags.
    pub fn read(&self) -> Result<Tagged> {
        let mut reading = Reading {
            parts: self,
            marks: BTreeMap::new(),
            last: BTreeMap::new(),
            found: Tagged {
                text: String::new(),
                tags: 0,
                pages: Vec::new(),
            },
        };
        for (page, shown) in self.shown()? {
            let pieces = shown.pieces.into_iter();
            let marks = pieces.map(|(mark, text)| ((page.clone(), mark), text));
            reading.marks.extend(marks);
            reading.found.pages.push(shown.whole);
        }
        let root = self.follow(&self.catalogue()["/StructTreeRoot"]);
        ensure!(root.is_object(), "there is no tree of tags");
        reading.kids(&root["/K"], None, true)?;
        let left: Vec<&str> = reading.marks.values().map(|text| text.trim()).collect();
        ensure!(
            left.iter().all(|text| text.is_empty()),
            "text without a tag: {left:?}"
        );
        Ok(reading.found)
    }

    /// The file with two tags that follow each other in other places, as qpdf takes it to make a PDF;
    /// none if no two follow each other. With `lost` the first of them is dropped instead.
    pub fn disordered(&self, lost: bool) -> Option<Value> {
        let mut objects = self.objects.clone();
        for object in objects.values_mut() {
            let value = &mut object["value"];
            if value["/S"] != "/TR" {
                continue;
            }
            let Some(kids) = value["/K"].as_array_mut().filter(|kids| kids.len() > 1) else {
                continue;
            };
            match lost {
                true => drop(kids.remove(0)),
                false => kids.swap(0, 1),
            }
            return Some(Value::Object(objects));
        }
        None
    }
}

/// Whether a name stands anywhere in an object, as a key or as a value.
fn names(object: &Value, name: &str) -> bool {
    match object {
        Value::Object(map) => map
            .iter()
            .any(|(key, value)| key == name || (key != "data" && names(value, name))),
        Value::Array(values) => values.iter().any(|value| names(value, name)),
        Value::String(text) => text == name,
        _ => false,
    }
}

struct Reading<'a> {
    parts: &'a Parts,
    marks: BTreeMap<Mark, String>,
    /// The last mark that was read of each page.
    last: BTreeMap<String, i64>,
    found: Tagged,
}

impl Reading<'_> {
    fn kids(&mut self, kids: &Value, page: Option<&str>, ordered: bool) -> Result<()> {
        match kids {
            Value::Array(kids) => kids.iter().try_for_each(|kid| self.kid(kid, page, ordered)),
            Value::Null => Ok(()),
            one => self.kid(one, page, ordered),
        }
    }

    /// Reads a tag or a piece of text. A cell over several rows may be set after its neighbours, so it
    /// is not `ordered`.
    fn kid(&mut self, kid: &Value, page: Option<&str>, ordered: bool) -> Result<()> {
        let parts = self.parts;
        let kid = parts.follow(kid);
        let page = kid["/Pg"].as_str().or(page);
        if let Some(number) = kid.as_i64().or_else(|| kid["/MCID"].as_i64()) {
            let page = page.context("a tag's text stands on a page")?.to_owned();
            if ordered {
                // Marks are numbered as they are set.
                let last = self.last.insert(page.clone(), number);
                ensure!(
                    last.is_none_or(|last| last < number),
                    "a page shows text {number} before what the tags have before it"
                );
            }
            let text = self.marks.remove(&(page, number));
            let text = text.with_context(|| format!("no text {number} is left for a tag"))?;
            self.found.text += &text;
            return Ok(());
        }
        if kid["/Type"] == "/OBJR" {
            return Ok(());
        }
        self.found.tags += 1;
        let attributes = kid["/A"].as_array().into_iter().flatten();
        let mut spans = attributes.filter_map(|one| parts.follow(one)["/RowSpan"].as_i64());
        let ordered = ordered && !spans.any(|rows| rows > 1);
        self.kids(&kid["/K"], page, ordered)
    }
}
