//! Exports of other programs, and our own, map by themselves.

use bridgekeeper::interchange::import::Target::*;
use bridgekeeper::interchange::import::{Mapping, Subject, Target};

use super::given::table;

/// What the columns of a file become that has these headings and one row of fitting cells.
fn suggested(headings: &str) -> (Subject, Vec<Option<Target>>) {
    let cells: Vec<&str> = headings
        .split(',')
        .map(|heading| match heading.to_lowercase() {
            heading if heading.contains("mail") => "ana@acme.example",
            heading if heading.contains("joined") => "2026-01-02",
            heading if heading.contains("domain") || heading.contains("web") => "acme.example",
            _ => "x",
        })
        .collect();
    let mapping = Mapping::suggest(&table(&format!("{headings}\n{}\n", cells.join(","))), &[]);
    assert_eq!(mapping.problems(), [], "{headings}");
    (mapping.subject, mapping.columns.into_iter().map(|column| column.target).collect())
}

fn assert_maps(headings: &str, subject: Subject, targets: &[Option<Target>]) {
    assert_eq!(suggested(headings), (subject, targets.to_vec()), "{headings}");
}

#[test]
fn lists_of_accounts_map_by_themselves() {
    let lists: [(&str, &[Option<Target>]); 8] = [
        (
            "Account Name,Account Owner,Website,Type,Description,Billing City",
            &[Some(PartnerName), Some(Owner), Some(Domain), Some(Kind), Some(Notes), None],
        ),
        (
            "Record ID,Company name,Company Domain Name,Company owner,Lifecycle Stage,Type,Website URL,Phone Number",
            &[None, Some(PartnerName), Some(Domain), Some(Owner), Some(Stage), Some(Kind), None, None],
        ),
        (
            "Organization - Name,Organization - Owner,Organization - Label,Organization - Website",
            &[Some(PartnerName), Some(Owner), Some(Tags), Some(Domain)],
        ),
        (
            "Account Name,Main Phone,Website,Primary Contact,Owner,Relationship Type",
            &[Some(PartnerName), None, Some(Domain), Some(PersonName), Some(Owner), Some(Kind)],
        ),
        (
            "Record Id,Account Name,Account Owner,Account Type,Website,Tag",
            &[None, Some(PartnerName), Some(Owner), Some(Kind), Some(Domain), Some(Tags)],
        ),
        (
            "Partner Company,Partner Status,Partner Type,Partner Tier,Partner Manager,Joined At,Email",
            &[Some(PartnerName), Some(Stage), Some(Kind), Some(Tier), Some(Owner), Some(LaunchedOn), None],
        ),
        (
            "Account Name,Partner Level,Partner Type,Account Status,Channel Account Manager,Website",
            &[Some(PartnerName), Some(Tier), Some(Kind), Some(Stage), Some(Owner), Some(Domain)],
        ),
        (
            "Account Name,Account Website,Account Owner,Account Owner Email,Account Status",
            &[Some(PartnerName), Some(Domain), Some(Owner), None, Some(Stage)],
        ),
    ];
    for (headings, targets) in lists {
        assert_maps(headings, Subject::Partners, targets);
    }
}

#[test]
fn lists_of_people_map_by_themselves() {
    let (first, last, company) = (Some(FirstName), Some(LastName), Some(PartnerName));
    let (email, phone, title) = (Some(Email), Some(Phone), Some(Title));
    let lists: [(&str, Vec<Option<Target>>); 8] = [
        (
            "Salutation,First Name,Last Name,Title,Account Name,Phone,Mobile,Email,Contact Owner",
            vec![
                None,
                first.clone(),
                last.clone(),
                title.clone(),
                company.clone(),
                phone.clone(),
                None,
                email.clone(),
                None,
            ],
        ),
        (
            "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Associated Company,Job Title,Buying Role",
            vec![
                None,
                first.clone(),
                last.clone(),
                email.clone(),
                phone.clone(),
                None,
                company.clone(),
                title.clone(),
                Some(Role),
            ],
        ),
        (
            "Person - Name,Person - Organization,Person - Email - Work,Person - Phone - Work,Person - Job title",
            vec![Some(PersonName), company.clone(), email.clone(), phone.clone(), title.clone()],
        ),
        (
            "Full Name,Email,Company Name,Business Phone,Job Title",
            vec![Some(PersonName), email.clone(), company.clone(), phone.clone(), title.clone()],
        ),
        (
            "First Name,Middle Name,Last Name,Organization Name,Organization Title,Notes,Labels,E-mail 1 - Value,Phone 1 - Value",
            vec![
                first.clone(),
                None,
                last.clone(),
                company.clone(),
                title.clone(),
                Some(PersonNotes),
                None,
                email.clone(),
                phone.clone(),
            ],
        ),
        (
            "Title,First Name,Last Name,Company,Job Title,Business Phone,E-mail Address,Web Page,Notes",
            vec![
                None,
                first.clone(),
                last.clone(),
                company.clone(),
                title.clone(),
                phone.clone(),
                email.clone(),
                Some(PersonLink),
                Some(PersonNotes),
            ],
        ),
        (
            "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
            vec![
                first.clone(),
                last.clone(),
                Some(PersonLink),
                email.clone(),
                company.clone(),
                title.clone(),
                None,
            ],
        ),
        (
            "Full name,First name,Last name,Email,Phone,Company,Title,Notes,URL",
            vec![
                Some(PersonName),
                first,
                last,
                email,
                phone,
                company,
                title,
                Some(PersonNotes),
                Some(PersonLink),
            ],
        ),
    ];
    for (headings, targets) in lists {
        assert_maps(headings, Subject::Contacts, &targets);
    }
}

#[test]
fn our_own_exports_map_whole_and_what_is_computed_is_left_out() {
    assert_maps(
        "Partner,Health,Band,Movement in 28 days,Stage,Tier,Kind,Owner,Tags,Given in 180 days,Got in 180 days,Last two-way,Next step,Next step due",
        Subject::Partners,
        &[
            Some(PartnerName),
            None,
            None,
            None,
            Some(Stage),
            Some(Tier),
            Some(Kind),
            Some(Owner),
            Some(Tags),
            None,
            None,
            None,
            None,
            None,
        ],
    );
    assert_maps(
        "Name,Works at,Title,Roles for us,Email,Phone,Cadence of their own,Last two-way touch,Due to hear from us",
        Subject::Contacts,
        &[
            Some(PersonName),
            Some(PartnerName),
            Some(Title),
            Some(Role),
            Some(Email),
            Some(Phone),
            Some(PersonTier),
            None,
            None,
        ],
    );
}
