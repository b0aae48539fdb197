//! Makes one module of the many that wasm-split writes for what parts share.
//!
//! Such a module has functions that call each other, places in the page's table where others find them, and data for the
//! page's memory; it exports nothing and imports no function. So the functions of one can stand behind those of another,
//! once the calls among them count from where they stand now.

use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeMap;
use std::convert::Infallible;
use wasm_encoder::reencode::{self, Reencode, RoundtripReencoder, utils};
use wasm_encoder::{
    CodeSection, DataCountSection, DataSection, ElementSection, FunctionSection, ImportSection, Module,
    RawSection, SectionId,
};
use wasmparser::{Import, Imports, Parser, Payload, TypeRef};

/// One module that does what all of these do. What has no place in it, such as names, is left out.
///
/// # Errors
/// When one of them holds more than functions, places and data, or has other types than the rest.
pub fn merged(modules: &[Vec<u8>]) -> Result<Vec<u8>> {
    let mut merged = Merged::default();
    for module in modules {
        merged.add(module)?;
    }
    Ok(merged.module())
}

#[derive(Default)]
struct Merged<'a> {
    types: Option<&'a [u8]>,
    /// By what kind they are of: of each there is one, so that its number is the same everywhere.
    imports: BTreeMap<u8, Import<'a>>,
    functions: FunctionSection,
    elements: ElementSection,
    code: CodeSection,
    data: DataSection,
}

impl<'a> Merged<'a> {
    fn add(&mut self, module: &'a [u8]) -> Result<()> {
        let mut behind = Behind { functions: self.functions.len(), data: self.data.len() };
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::TypeSection(types) => {
                    let bytes = module.get(types.range()).context("types outside of the module")?;
                    ensure!(*self.types.get_or_insert(bytes) == bytes, "the modules have different types");
                }
                Payload::ImportSection(imports) => self.import(imports)?,
                Payload::FunctionSection(functions) => {
                    behind.parse_function_section(&mut self.functions, functions)?;
                }
                Payload::ElementSection(elements) => {
                    behind.parse_element_section(&mut self.elements, elements)?;
                }
                Payload::CodeSectionEntry(body) => {
                    behind.parse_function_body(&mut self.code, body)?;
                }
                Payload::DataSection(data) => behind.parse_data_section(&mut self.data, data)?,
                Payload::ExportSection(exports) => {
                    ensure!(exports.count() == 0, "a module exports something");
                }
                Payload::Version { .. }
                | Payload::CustomSection(_)
                | Payload::DataCountSection { .. }
                | Payload::CodeSectionStart { .. }
                | Payload::End(_) => {}
                other => bail!("a module holds what none should: {other:?}"),
            }
        }
        ensure!(self.functions.len() == self.code.len(), "a module has functions without code");
        Ok(())
    }

    fn import(&mut self, imports: wasmparser::ImportSectionReader<'a>) -> Result<()> {
        for imports in imports {
            let Imports::Single(_, import) = imports? else { bail!("imports are written in another way") };
            let kind = match import.ty {
                TypeRef::Table(_) => 0,
                TypeRef::Memory(_) => 1,
                TypeRef::Global(_) => 2,
                _ => bail!("a module imports {import:?}"),
            };
            let known = *self.imports.entry(kind).or_insert(import);
            ensure!(known == import, "modules import {known:?} and {import:?}");
        }
        Ok(())
    }

    fn module(&self) -> Vec<u8> {
        let mut module = Module::new();
        if let Some(data) = self.types {
            module.section(&RawSection { id: SectionId::Type.into(), data });
        }
        let mut imports = ImportSection::new();
        for import in self.imports.values() {
            // Tables, memories and globals have no numbers in them that could change.
            let _ = utils::parse_import(&mut RoundtripReencoder, &mut imports, *import);
        }
        module.section(&imports).section(&self.functions).section(&self.elements);
        module.section(&DataCountSection { count: self.data.len() });
        module.section(&self.code).section(&self.data);
        module.finish()
    }
}

/// Reads a module that stands behind so many functions and pieces of data.
struct Behind {
    functions: u32,
    data: u32,
}

impl Reencode for Behind {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, reencode::Error> {
        Ok(self.functions + function)
    }

    fn data_index(&mut self, data: u32) -> Result<u32, reencode::Error> {
        Ok(self.data + data)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        ConstExpr, Elements, Encode, EntityType, ExportKind, ExportSection, Function, MemoryType, RefType,
        TableType, TypeSection,
    };
    use wasmparser::{DataKind, ElementItems, ElementKind, Operator};

    /// Functions that each call the next one, the last one itself; all of them in the table from `place`, and `data` at
    /// the same place of the memory.
    fn module(functions: u32, place: i32, data: &[u8]) -> Module {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let table = TableType {
            element_type: RefType::FUNCREF,
            minimum: 9,
            maximum: None,
            table64: false,
            shared: false,
        };
        let memory =
            MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None };
        let mut imports = ImportSection::new();
        imports.import("page", "table", EntityType::Table(table));
        imports.import("page", "memory", EntityType::Memory(memory));
        let mut declared = FunctionSection::new();
        let mut code = CodeSection::new();
        for function in 0..functions {
            declared.function(0);
            let mut body = Function::new([]);
            body.instructions().call((function + 1).min(functions - 1)).end();
            code.function(&body);
        }
        let mut elements = ElementSection::new();
        let all: Vec<u32> = (0..functions).collect();
        elements.active(Some(0), &ConstExpr::i32_const(place), Elements::Functions(all.into()));
        let mut pieces = DataSection::new();
        pieces.active(0, &ConstExpr::i32_const(place), data.iter().copied());
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&declared).section(&elements);
        module.section(&DataCountSection { count: 1 }).section(&code).section(&pieces);
        module
    }

    fn at(offset: &wasmparser::ConstExpr) -> i32 {
        match offset.get_operators_reader().read().unwrap() {
            Operator::I32Const { value } => value,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_calls_places_and_data_of_all_stay_their_own() {
        let modules = [module(2, 1, b"one").finish(), module(3, 4, b"two").finish()];
        let merged = merged(&modules).unwrap();
        let (mut calls, mut places, mut pieces, mut imports) = (Vec::new(), Vec::new(), Vec::new(), 0);
        for payload in Parser::new(0).parse_all(&merged) {
            match payload.unwrap() {
                Payload::ImportSection(section) => imports = section.count(),
                Payload::CodeSectionEntry(body) => {
                    for operator in body.get_operators_reader().unwrap() {
                        if let Operator::Call { function_index } = operator.unwrap() {
                            calls.push(function_index);
                        }
                    }
                }
                Payload::ElementSection(section) => {
                    for element in section {
                        let element = element.unwrap();
                        let ElementKind::Active { offset_expr, .. } = element.kind else { panic!() };
                        let ElementItems::Functions(functions) = element.items else { panic!() };
                        let functions: Vec<u32> = functions.into_iter().map(Result::unwrap).collect();
                        places.push((at(&offset_expr), functions));
                    }
                }
                Payload::DataSection(section) => {
                    for piece in section {
                        let piece = piece.unwrap();
                        let DataKind::Active { offset_expr, .. } = piece.kind else { panic!() };
                        pieces.push((at(&offset_expr), piece.data));
                    }
                }
                _ => {}
            }
        }
        assert_eq!(calls, [1, 1, 3, 4, 4]);
        assert_eq!(places, [(1, vec![0, 1]), (4, vec![2, 3, 4])]);
        assert_eq!(pieces, [(1, &b"one"[..]), (4, &b"two"[..])]);
        assert_eq!(imports, 2);
    }

    #[test]
    fn what_no_such_module_holds_stops_the_build() {
        let mut exports = ExportSection::new();
        exports.export("a", ExportKind::Func, 0);
        let mut bytes = module(1, 0, b"").finish();
        bytes.push(SectionId::Export.into());
        exports.encode(&mut bytes);
        assert!(merged(&[bytes]).is_err(), "an export");
        assert!(merged(&[b"\0asm".to_vec()]).is_err(), "cut off");
    }
}
