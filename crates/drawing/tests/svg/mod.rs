use mamori_tree::*;
fn c(c: Colour) -> String { format!("#{:02x}{:02x}{:02x}", c.0, c.1, c.2) }
fn look(fill: &Option<Colour>, stroke: &Option<Stroke>) -> String {
    let mut s = format!("fill=\"{}\"", fill.map_or("none".into(), c));
    if let Some(k) = stroke {
        s += &format!(" stroke=\"{}\" stroke-width=\"{}\"", c(k.colour), k.width);
        if !k.dashes.is_empty() { s += &format!(" stroke-dasharray=\"{}\"", k.dashes.iter().map(|d| d.to_string()).collect::<Vec<_>>().join(" ")); }
    }
    s
}
pub fn svg(d: &Drawing) -> String {
    let r = d.sheet.room();
    let mut o = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-200 -700 {} {}\" width=\"{}\" font-family=\"BIZ UDGothic\"><rect x=\"-200\" y=\"-700\" width=\"100%\" height=\"100%\" fill=\"white\"/><text x=\"0\" y=\"-200\" font-size=\"400\">{}</text>", r.width+400, r.height+900, (r.width+400)/16, d.name);
    for s in &d.shapes { match s {
        Shape::Area{at,extent,radius,fill,stroke} => o += &format!("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\" {}/>", at.x, at.y, extent.width, extent.height, radius, look(fill,stroke)),
        Shape::Ellipse{centre,radii,fill,stroke} => o += &format!("<ellipse cx=\"{}\" cy=\"{}\" rx=\"{}\" ry=\"{}\" {}/>", centre.x, centre.y, radii.width, radii.height, look(fill,stroke)),
        Shape::Path{points,closed,fill,stroke,..} => o += &format!("<path d=\"M{}{}\" {}/>", points.iter().map(|p| format!("{} {}", p.x,p.y)).collect::<Vec<_>>().join("L"), if *closed {"Z"} else {""}, look(fill,stroke)),
        Shape::Label{at,anchor,text,size,bold,colour} => o += &format!("<text x=\"{}\" y=\"{}\" font-size=\"{}\" text-anchor=\"{}\" font-weight=\"{}\" fill=\"{}\">{}</text>", at.x, at.y + size*88/100, size, match anchor {Anchor::Start=>"start",Anchor::Middle=>"middle",Anchor::End=>"end"}, if *bold {"bold"} else {"normal"}, c(*colour), text.replace('<',"&lt;")),
    }}
    o + "</svg>"
}
