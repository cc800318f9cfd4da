//! Prints a generated scene as SVG, for looking at it.
#[path = "../tests/generated/mod.rs"]
mod generated;
#[path = "../tests/svg/mod.rs"]
mod svg;

fn main() {
    let args: Vec<u64> = std::env::args().skip(1).map(|a| a.parse().unwrap()).collect();
    let (scene, views) = generated::scene(args[0], args[1] as usize);
    let start = std::time::Instant::now();
    let laid = mamori_drawing::draw(&scene, &views, mamori_tree::Language::Japanese);
    eprintln!("{:?}", start.elapsed());
    for (nth, one) in laid.iter().enumerate() {
        std::fs::write(format!("/tmp/look-{nth}.svg"), svg::svg(&one.drawing)).unwrap();
        eprintln!("{} {:?} crossings {} faults {:?} numbered {}", one.drawing.name, one.drawing.sheet,
            mamori_drawing::crossings(&one.places), mamori_drawing::faults(one), one.places.captions.iter().filter(|c| c.number.is_some()).count());
    }
}
