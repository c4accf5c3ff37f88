namespace Listening.Worker.Demo.Community;

internal static partial class Topics
{
    public static Topic Registration { get; } = new("registration, data and no-shows", "Registration")
    {
        Posts =
        [
            "Cut the registration form from {tens} fields to {n}. Sign-ups went up and sales has not asked for the missing fields once.",
            "No-show rate in {city}: {tens} percent for the free day, next to nothing for the one that cost ten euros.",
            "The most common reply to our reminder mail is 'which event was that again'. Humbling.",
            "{crowd} registrations in the last two days before closing. Every single year. And every year I forget.",
            "Someone registered as 'Test Test' and came. Lovely person, that is really the name.",
            "Waiting list done right: people confirm within a day or the seat moves on. {tens} seats saved for {room}.",
            "Deleted all attendee data from three years ago today. Took {mins} minutes and felt like opening a window.",
        ],
        Opinions =
        [
            "Every field in a form needs somebody who reads the answer.",
            "A small price is a promise, free is a maybe.",
            "Let people give a ticket to a colleague without writing to you.",
            "Remind them the day before at a time when they can still change trains.",
            "Overbook free sessions by {tens} percent and say so.",
            "The confirmation mail is the first impression, write it like a person.",
            "Ask for consent where it matters and nowhere else.",
            "One link that always works beats five portals.",
            "Invoices are half of all support mails.",
        ],
        Questions =
        [
            "Which field did you delete from your form, and did anybody miss it?",
            "How do you bring the no-show rate down?",
            "What is in your reminder, and when do you send it?",
            "How long do you keep people's data after the event?",
        ],
    };
}
